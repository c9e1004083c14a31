-- The tally: what every change did to the figures, and the weeks that claimed it.

create table reporting_week (
    id         uuid primary key,
    starts_on  date not null,
    ends_on    date not null constraint reporting_week_is_closed_once unique,
    cut_off_at timestamptz not null,
    closed_at  timestamptz not null,
    closed_by  text not null,
    constraint reporting_week_has_seven_days check (ends_on = starts_on + 6)
);

create table tally_entry (
    id          uuid primary key,
    platform_id uuid references platform,
    area_code   text not null references area,
    measure     text not null,
    count       bigint not null,
    amount      numeric(18, 2) not null,
    moved       boolean not null,
    recorded_at timestamptz not null,
    cause       text not null,
    cause_id    uuid not null,
    week_id     uuid references reporting_week
);
create index tally_entry_unclaimed on tally_entry (recorded_at) where week_id is null;
create index tally_entry_of_week on tally_entry (week_id) where week_id is not null;
create index tally_entry_of_cause on tally_entry (cause_id);

create table closing_figure (
    week_id        uuid not null references reporting_week,
    platform_id    uuid references platform,
    area_code      text not null references area,
    measure        text not null,
    opening_count  bigint not null,
    added_count    bigint not null,
    removed_count  bigint not null,
    moved_count    bigint not null,
    closing_count  bigint not null,
    opening_amount numeric(18, 2) not null,
    added_amount   numeric(18, 2) not null,
    removed_amount numeric(18, 2) not null,
    moved_amount   numeric(18, 2) not null,
    closing_amount numeric(18, 2) not null,
    constraint closing_figure_once_a_week unique nulls not distinct (week_id, platform_id, area_code, measure),
    constraint closing_figure_counts_balance check (closing_count = opening_count + added_count - removed_count + moved_count),
    constraint closing_figure_amounts_balance check (closing_amount = opening_amount + added_amount - removed_amount + moved_amount)
);

-- Nothing is ever updated or deleted; the one thing that may happen to an entry is to be claimed, once.
create function refuse_to_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger tally_entry_is_only_claimed before update on tally_entry for each row
    when (old.week_id is not null or new.week_id is null
        or row (old.id, old.platform_id, old.area_code, old.measure, old.count, old.amount, old.moved, old.recorded_at, old.cause, old.cause_id)
            is distinct from
           row (new.id, new.platform_id, new.area_code, new.measure, new.count, new.amount, new.moved, new.recorded_at, new.cause, new.cause_id))
    execute function refuse_to_change();
create trigger tally_entry_is_never_deleted before delete on tally_entry for each row execute function refuse_to_change();
create trigger closing_figure_is_final before update or delete on closing_figure for each row execute function refuse_to_change();
create trigger reporting_week_is_final before update or delete on reporting_week for each row execute function refuse_to_change();
