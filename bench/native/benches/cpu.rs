//! Criterion's measurement in CPU time of this process: what the neighbours on a busy machine take does not count.
use cpu_time::ProcessTime;
use criterion::Throughput;
use criterion::measurement::{Measurement, ValueFormatter};
use std::time::Duration;

const NANOSECONDS_PER_SECOND: f64 = 1e9;

/// CPU time of the process, in nanoseconds.
pub(crate) struct CpuTime;

impl Measurement for CpuTime {
    type Intermediate = ProcessTime;
    type Value = Duration;

    fn start(&self) -> ProcessTime {
        ProcessTime::now()
    }

    fn end(&self, start: ProcessTime) -> Duration {
        start.elapsed()
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        value.as_secs_f64() * NANOSECONDS_PER_SECOND
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        &Words
    }
}

/// Milliseconds, and megabytes a second.
struct Words;

impl ValueFormatter for Words {
    fn scale_values(&self, _typical: f64, values: &mut [f64]) -> &'static str {
        for value in values {
            *value /= 1e6;
        }
        "ms CPU"
    }

    fn scale_throughputs(&self, _typical: f64, throughput: &Throughput, values: &mut [f64]) -> &'static str {
        let Throughput::Bytes(bytes) = *throughput else { return self.scale_for_machines(values) };
        for value in values {
            // Bytes a nanosecond are gigabytes a second.
            *value = bytes as f64 / *value * 1e3;
        }
        "MB/s"
    }

    fn scale_for_machines(&self, _values: &mut [f64]) -> &'static str {
        "ns"
    }
}
