-- The steps of the demonstration that were answered, and what later steps need to know of them. Empty in any other installation.
create table demonstration_step (
    number integer primary key,
    ref    text,
    path   text,
    etag   text
);
