-- The template bulletins are printed from. Every change is a row and stays; the last is in force. One without a file went
-- back to the template that is built in.

create table bulletin_template (
    id         uuid primary key,
    revision   bigint not null,
    sha256     text references stored_file,
    note       text,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint bulletin_template_is_numbered unique (revision)
);

create trigger bulletin_template_is_never_changed before update or delete on bulletin_template for each row
    execute function refuse_to_change();
