-- Who saw personal data in clear, when, and what for.

create table reveal (
    id           uuid primary key,
    kind         text not null,
    account_id   uuid not null references account,
    account_name text not null,
    investor_id  uuid references investor,
    fields       text not null,
    purpose      text not null,
    note         text,
    revealed_at  timestamptz not null
);
create index reveal_by_account on reveal (account_id, kind, revealed_at);
create index reveal_of_investor on reveal (investor_id, id);
create trigger reveal_is_append_only before update or delete on reveal
    for each row execute function refuse_to_change();
