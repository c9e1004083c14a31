-- Who uses Redress, where people live, and what they lost their money on.

create table area (
    code           text primary key,
    name           text not null,
    level          text not null,
    parent_code    text references area,
    valid_from     date not null,
    valid_to       date,
    successor_code text references area,
    constraint area_successor_only_when_abolished check (successor_code is null or valid_to is not null)
);
create index area_below on area (parent_code, code);

create table platform (
    id                             uuid primary key,
    version                        bigint not null,
    name                           text not null constraint platform_name_is_taken unique,
    aliases                        text[] not null,
    company                        text,
    company_credit_code            text,
    kind                           text not null,
    stage                          text not null,
    police_authority               text,
    police_case_number             text,
    first_window_opens_on          date,
    first_window_closes_on         date,
    supplementary_window_opens_on  date,
    supplementary_window_closes_on date,
    loss_formula                   text not null,
    watched                        boolean not null,
    created_at                     timestamptz not null
);

create table branch (
    id            uuid primary key,
    version       bigint not null,
    platform_id   uuid not null references platform,
    name          text not null,
    credit_code   text,
    area_code     text references area,
    address       text,
    contact_name  text,
    contact_phone text,
    closed        boolean not null,
    constraint branch_name_is_taken unique (platform_id, name)
);

create table account (
    id            uuid primary key,
    version       bigint not null,
    username      text not null constraint account_username_is_taken unique,
    name          text not null,
    password_hash text not null,
    area_code     text references area,
    branch_id     uuid references branch,
    disabled      boolean not null,
    created_at    timestamptz not null
);

create table account_role (
    account_id uuid not null references account,
    role       text not null,
    primary key (account_id, role)
);

create table access_token (
    id         uuid primary key,
    account_id uuid not null references account,
    kind       text not null,
    name       text not null,
    digest     text not null constraint access_token_digest_is_unique unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index access_token_of_account on access_token (account_id);

create table idempotency_key (
    account_id     uuid not null references account,
    key            text not null,
    request_digest text not null,
    location       text,
    etag           text,
    body           text,
    created_at     timestamptz not null,
    primary key (account_id, key)
);
create index idempotency_key_by_age on idempotency_key (created_at);
