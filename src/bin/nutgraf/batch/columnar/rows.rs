//! The rows of a Parquet file, each as a line of JSONL.

use super::Columns;
use crate::batch::item::{Item, Items};
use crate::failure::Failure;
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::reader::RowIter;
use parquet::record::{Field, Row};
use parquet::schema::types::Type;
use serde_json::{Map, Value};
use std::fs::File;
use std::io;

/// Rows that are decoded at a time: their texts are in memory.
const AT_A_TIME: usize = 64;

/// The rows of a file, and how many there are.
pub(crate) fn rows(file: File, columns: &Columns) -> Result<(Items, u64), Failure> {
    let reader = SerializedFileReader::new(file).map_err(|e| unreadable(&e))?;
    let metadata = reader.metadata().file_metadata();
    let count = u64::try_from(metadata.num_rows()).unwrap_or(0);
    let schema = metadata.schema();
    let names: Vec<&str> = schema.get_fields().iter().map(|field| field.name()).collect();
    let members = members(columns, &names)?;
    let wanted = schema.get_fields().iter().filter(|field| members.iter().any(|(column, _)| column == field.name()));
    let wanted = Type::group_type_builder(schema.name()).with_fields(wanted.cloned().collect()).build();
    let rows = wanted
        .and_then(|wanted| RowIter::from_file_into(Box::new(reader)).project(Some(wanted)))
        .map_err(|e| unreadable(&e))?
        .with_batch_size(AT_A_TIME);
    let lines = rows.enumerate().map(move |(number, row)| {
        let row = row.map_err(io::Error::other)?;
        Ok(Item::Line(number + 1, Some(line(row, &members)?)))
    });
    Ok((Box::new(lines), count))
}

/// Which column is which member of a line: those that are named must be there, those with the members' own names may be.
fn members(columns: &Columns, names: &[&str]) -> Result<Vec<(String, &'static str)>, Failure> {
    let has = |name: &str| names.contains(&name);
    let mut members: Vec<(String, &'static str)> = Vec::new();
    let asked = [(columns.text.as_deref(), "text"), (columns.title.as_deref(), "title")];
    for (column, member) in asked {
        match column {
            Some(column) if !has(column) => {
                let names = names.join(", ");
                return Err(Failure::bad_input(format!("has no column “{column}” for --{member}, but {names}")));
            }
            Some(column) => members.push((column.to_owned(), member)),
            None if has(member) => members.push((member.to_owned(), member)),
            None => {}
        }
    }
    if !members.iter().any(|(_, member)| *member == "text") {
        if !has("html") {
            return Err(Failure::bad_input(format!("has no column text: name one of {} by --text", names.join(", "))));
        }
        members.push(("html".to_owned(), "html"));
    }
    members.extend(["id", "lang"].into_iter().filter(|name| has(name)).map(|name| (name.to_owned(), name)));
    Ok(members)
}

/// A row as JSON. A column may be two members: the text and its id.
fn line(row: Row, members: &[(String, &'static str)]) -> io::Result<Vec<u8>> {
    let values: Vec<(String, Value)> =
        row.into_columns().into_iter().map(|(column, field)| (column, value(&field))).collect();
    let of_column = |name: &str| values.iter().find(|(column, _)| column == name).map(|(_, value)| value.clone());
    let object: Map<String, Value> =
        members.iter().filter_map(|(column, member)| Some(((*member).to_owned(), of_column(column)?))).collect();
    Ok(serde_json::to_vec(&object)?)
}

/// Numbers, texts and truth values as JSON has them, all others as text.
fn value(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(is) => (*is).into(),
        Field::Byte(n) => (*n).into(),
        Field::Short(n) => (*n).into(),
        Field::Int(n) => (*n).into(),
        Field::Long(n) => (*n).into(),
        Field::UByte(n) => (*n).into(),
        Field::UShort(n) => (*n).into(),
        Field::UInt(n) => (*n).into(),
        Field::ULong(n) => (*n).into(),
        Field::Float(n) => (*n).into(),
        Field::Double(n) => (*n).into(),
        Field::Str(text) => text.as_str().into(),
        // Old writers do not say that bytes are text.
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into(),
        other => other.to_string().into(),
    }
}

fn unreadable(error: &ParquetError) -> Failure {
    Failure::Unreadable(format!("cannot be read as Parquet: {error}"))
}
