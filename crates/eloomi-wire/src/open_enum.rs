//! Enumerations that may grow on the other side.

/// Declares an enumeration that keeps values it does not know.
///
/// ```
/// eloomi_wire::open_enum! {
///     /// How a ship is driven.
///     pub enum Drive {
///         /// By the wind.
///         Sail = "sail",
///         /// By coal.
///         Steam = "steam eng.",
///     }
/// }
///
/// assert_eq!(Drive::from("sail"), Drive::Sail);
/// assert_eq!(Drive::from("warp"), Drive::Other("warp".into()));
/// assert_eq!(Drive::Steam.as_str(), "steam eng.");
/// assert_eq!(Drive::KNOWN.len(), 2);
/// ```
///
/// The type is `#[non_exhaustive]` and has one variant more than declared, `Other(Text)`, which
/// holds an unknown value as it came; reading and writing leaves every value as it was. Texts
/// compare letter by letter. It also gets `KNOWN` (all declared variants), `as_str`, `Display`,
/// `From<&str>`, `From<String>`, serde's two traits and [`Lenient`](crate::Lenient), so that it
/// can be the type of a field. `Debug` prints the value: the models that hold it do not.
#[macro_export]
macro_rules! open_enum {
    (
        $(#[$about:meta])*
        $visibility:vis enum $name:ident {
            $( $(#[$doc:meta])* $variant:ident = $wire:literal ),+ $(,)?
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        $visibility enum $name {
            $( $(#[$doc])* $variant, )+
            /// A value that this version does not know, as it came.
            Other($crate::Text),
        }

        impl $name {
            /// Every value that is known, in the order of their declaration.
            pub const KNOWN: &'static [Self] = &[$( Self::$variant ),+];

            /// Value as it stands on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $( Self::$variant => $wire, )+
                    Self::Other(text) => text,
                }
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $( $wire => Self::$variant, )+
                    other => Self::Other(other.into()),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        const _: () = {
            use $crate::__private::{TEXT, serde::{Deserialize, Deserializer, Serialize, Serializer, de}};

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }

            struct NameVisitor;

            impl de::Visitor<'_> for NameVisitor {
                type Value = $name;

                fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.write_str(TEXT)
                }

                fn visit_str<E>(self, text: &str) -> Result<$name, E> {
                    Ok(text.into())
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    deserializer.deserialize_str(NameVisitor)
                }
            }

            impl $crate::Lenient for $name {
                const KIND: &'static str = "text";

                fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    Self::deserialize(deserializer)
                }
            }
        };
    };
}
