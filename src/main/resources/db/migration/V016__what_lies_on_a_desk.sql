-- What the service keeps for somebody's own work at their screen.

-- What was typed and not sent yet: encrypted, gone at sign-out, and after some hours in any case.
create table draft (
    account_id uuid not null references account,
    form       text not null,
    content    bytea not null,
    saved_at   timestamptz not null,
    primary key (account_id, form)
);
create index draft_by_age on draft (saved_at);

-- Which columns of the register somebody likes to see together, under a name of their own.
create table column_set (
    account_id uuid not null references account,
    name       text not null,
    columns    text[] not null constraint column_set_shows_something check (cardinality(columns) > 0),
    primary key (account_id, name)
);
