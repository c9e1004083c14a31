-- Who needs more people in clear than one alone may have asks for them; another chief or the director decides.
create table access_request (
    id             uuid primary key,
    version        bigint not null,
    kind           text not null,
    purpose        text not null,
    note           bytea,
    -- beginning of the codes of the areas that the asker is responsible for; empty for all
    scope          text not null,
    list           text,
    platform_id    uuid constraint access_request_platform_exists references platform,
    area_code      text,
    list_status    text,
    first_day      date,
    last_day       date,
    people         integer,
    how_many       integer,
    status         text not null,
    asked_by_id    uuid not null references account,
    asked_by       text not null,
    asked_at       timestamptz not null,
    expires_at     timestamptz not null,
    decided_by_id  uuid references account,
    decided_by     text,
    decided_at     timestamptz,
    refusal_reason bytea,
    constraint access_request_is_approved_by_another_person
        check (status <> 'APPROVED' or decided_by_id is not null and decided_by_id <> asked_by_id),
    constraint access_request_says_what_for check (
        kind = 'EXPORT' and list is not null and people is not null and how_many is null
        or kind = 'REVEALS' and how_many > 0 and list is null and people is null)
);
comment on column access_request.note is 'encrypted';
comment on column access_request.refusal_reason is 'encrypted';
create index access_request_by_status on access_request (status, id);
create index access_request_of_account on access_request (asked_by_id, id);

-- In whose role the person looked, where the person whom it concerns lived, and, of a list, how many and by which approval.
alter table reveal
    add column account_roles text[] not null default '{}',
    add column town_code text,
    add column people integer,
    add column request_id uuid references access_request;
create index reveal_by_moment on reveal (revealed_at, account_id);

-- Who was in a list that was taken away in clear: the person's own extract says so.
create table reveal_person (
    reveal_id   uuid not null references reveal,
    investor_id uuid not null references investor,
    primary key (reveal_id, investor_id)
);
create index reveal_person_of_investor on reveal_person (investor_id);
comment on table reveal_person is 'additions only';
create trigger reveal_person_is_append_only before update or delete on reveal_person
    for each row execute function refuse_to_change();
