-- The bytes of files handed in or issued, each kept once under the hash of its content; who may read one is for the
-- record that names it to say.

create table stored_file (
    sha256     text primary key,
    media_type text not null,
    size       bigint not null,
    content    bytea not null,
    created_at timestamptz not null,
    constraint stored_file_size_is_that_of_its_content check (size = octet_length(content))
);
-- Photographs and office files are compressed already.
alter table stored_file alter column content set storage external;
