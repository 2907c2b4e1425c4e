//! What eloomi is known to send, and what becomes of it.
