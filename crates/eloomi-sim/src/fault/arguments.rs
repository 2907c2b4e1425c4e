//! The arguments of a fault, read one by one.

use std::str::FromStr;
use std::time::Duration;

use super::error::{FaultError, FaultErrorKind};
use super::headers::HeaderEdit;
use super::names::FaultName;
use super::written::{Part, Written};

/// What was written and has not been read yet.
pub(super) struct Arguments<'w> {
    name: &'static FaultName,
    value: Option<&'w str>,
    rest: Vec<&'w Part>,
}

impl<'w> Arguments<'w> {
    pub(super) fn of(written: &'w Written, name: &'static FaultName) -> Result<Self, FaultError> {
        let mut parts = written.parts().iter();
        let value = parts.next().and_then(|part| part.value.as_deref());
        match (value, name.value) {
            (None, value) if !value.is_empty() => {
                return Err(FaultErrorKind::MissingValue(name.name).into());
            }
            (Some(_), "") => return Err(FaultErrorKind::UnexpectedValue(name.name).into()),
            _ => {}
        }
        let rest = parts.collect();
        Ok(Self { name, value, rest })
    }

    /// The text behind the name.
    pub(super) fn value(&self) -> &'w str {
        self.value.unwrap_or_default()
    }

    /// The text behind the name, read.
    pub(super) fn parsed<T: FromStr>(&self, wanted: &'static str) -> Result<T, FaultError> {
        self.value().parse().map_err(|_| self.bad(wanted))
    }

    /// The text behind the name is not as it must be.
    pub(super) fn bad(&self, wanted: &'static str) -> FaultError {
        FaultErrorKind::BadValue(self.name.name, wanted).into()
    }

    /// A time in milliseconds, one day at most.
    pub(super) fn milliseconds(&self) -> Result<Duration, FaultError> {
        let wanted = "a number of milliseconds, one day at most";
        match self.parsed(wanted)? {
            time @ 0..=86_400_000 => Ok(Duration::from_millis(time)),
            _ => Err(self.bad(wanted)),
        }
    }

    /// An argument that may be there once.
    pub(super) fn take(&mut self, name: &'static str) -> Result<Option<&'w str>, FaultError> {
        let mut own = self.take_all(name)?;
        match own.len() {
            0 | 1 => Ok(own.pop()),
            _ => Err(FaultErrorKind::Twice(name).into()),
        }
    }

    /// The same, read.
    pub(super) fn take_parsed<T: FromStr>(
        &mut self,
        name: &'static str,
        wanted: &'static str,
    ) -> Result<Option<T>, FaultError> {
        let own = self.take(name)?;
        let read = own.map(|text| {
            text.parse()
                .map_err(|_| FaultErrorKind::BadValue(name, wanted))
        });
        Ok(read.transpose()?)
    }

    /// A status of a final answer.
    pub(super) fn take_status(&mut self) -> Result<Option<u16>, FaultError> {
        let wanted = "a number from 200 to 599";
        let status = self.take_parsed("status", wanted)?;
        match status {
            None | Some(200..=599) => Ok(status),
            Some(_) => Err(FaultErrorKind::BadValue("status", wanted).into()),
        }
    }

    fn take_all(&mut self, name: &'static str) -> Result<Vec<&'w str>, FaultError> {
        let (own, rest) = self
            .rest
            .iter()
            .partition::<Vec<&Part>, _>(|part| part.name == name);
        self.rest = rest;
        let values = own.into_iter().map(|part| part.value.as_deref());
        let values: Option<Vec<_>> = values.collect();
        Ok(values.ok_or(FaultErrorKind::BadValue(name, "written with a value"))?)
    }

    pub(super) fn times(&mut self) -> Result<Option<u64>, FaultError> {
        let wanted = "a number above zero";
        let times = self.take_parsed("times", wanted)?;
        if times == Some(0) {
            return Err(FaultErrorKind::BadValue("times", wanted).into());
        }
        Ok(times)
    }

    pub(super) fn after(&mut self) -> Result<u64, FaultError> {
        Ok(self.take_parsed("after", "a number")?.unwrap_or(0))
    }

    /// The headers that go with every name that leaves an answer.
    pub(super) fn headers(&mut self) -> Result<Vec<HeaderEdit>, FaultError> {
        let mut headers = Vec::new();
        if !self.name.leaves_an_answer {
            return Ok(headers);
        }
        for name in ["header", "retry-after", "www-authenticate", "date-skew"] {
            for value in self.take_all(name)? {
                headers.push(HeaderEdit::read(name, value)?);
            }
        }
        Ok(headers)
    }

    /// Whatever is left has no meaning.
    pub(super) fn none_left(&self) -> Result<(), FaultError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(FaultErrorKind::UnknownArgument(self.name.name).into())
        }
    }
}
