-- The steps of the demonstration that were answered, and where the records are that they made. Empty in any other installation.
create table demonstration_step (
    number integer primary key,
    ref    text,
    path   text
);
