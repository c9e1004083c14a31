-- Bulletins: readings of closed weeks, numbered without gaps, frozen when issued.

create table bulletin (
    id              uuid primary key,
    version         bigint not null,
    platform_id     uuid not null references platform,
    week_id         uuid not null references reporting_week,
    week_ends_on    date not null,
    status          text not null,
    title           text not null,
    drafted_by      text not null,
    drafted_at      timestamptz not null,
    year            int,
    number          int,
    issued_on       date,
    issued_at       timestamptz,
    issued_by       text,
    content         text,
    digest          text,
    document_sha256 text references stored_file,
    constraint bulletin_once_a_week unique (platform_id, week_id),
    constraint bulletin_number_is_unique unique (platform_id, year, number),
    constraint bulletin_is_frozen_when_issued check (
        (status = 'ISSUED') = (number is not null and content is not null and digest is not null and document_sha256 is not null))
);
create index bulletin_by_week on bulletin (week_ends_on, id);

create table bulletin_section (
    bulletin_id uuid not null references bulletin,
    position    int not null,
    section_key text not null,
    heading     text not null,
    body        text not null,
    primary key (bulletin_id, position)
);

create table bulletin_series (
    platform_id uuid not null references platform,
    year        int not null,
    last_number int not null,
    primary key (platform_id, year)
);

create trigger bulletin_is_frozen before update or delete on bulletin for each row
    when (old.status = 'ISSUED') execute function refuse_to_change();
