//! HTTP with no word of any service.
