//! Only the benches (`benches/`) are of interest here.
