-- A platform as it stood: a bulletin reads the closing of a week, so its words are of the cut-off of that week, too.
-- What bulletins say of a platform is kept whenever it changes, by a trigger, so that nobody forgets; a closing claims what
-- was recorded before its cut-off, as it claims entries of the tally.

alter table platform add column changed_at timestamptz;
update platform set changed_at = created_at;
alter table platform alter column changed_at set not null;

create table platform_as_of (
    id            bigint generated always as identity primary key,
    platform_id   uuid not null references platform,
    recorded_at   timestamptz not null,
    -- the last day of the week whose closing claimed it; null for what changed since the last closing
    week_ends_on  date,
    name          text not null,
    stage         text not null,
    watched_since date
);
create index platform_as_of_week on platform_as_of (platform_id, week_ends_on);
create index platform_as_of_unclaimed on platform_as_of (recorded_at) where week_ends_on is null;

create trigger platform_as_of_is_only_claimed before update on platform_as_of for each row
    when (old.week_ends_on is not null or new.week_ends_on is null
        or row (old.id, old.platform_id, old.recorded_at, old.name, old.stage, old.watched_since)
            is distinct from
           row (new.id, new.platform_id, new.recorded_at, new.name, new.stage, new.watched_since))
    execute function refuse_to_change();
create trigger platform_as_of_is_never_deleted before delete on platform_as_of for each row execute function refuse_to_change();

create function keep_platform_as_of() returns trigger language plpgsql as $$
begin
    insert into platform_as_of (platform_id, recorded_at, name, stage, watched_since)
        values (new.id, new.changed_at, new.name, new.stage, new.watched_since);
    return null;
end $$;
create trigger platform_is_kept_as_entered after insert on platform for each row execute function keep_platform_as_of();
create trigger platform_is_kept_as_changed after update on platform for each row
    when (row (old.name, old.stage, old.watched_since) is distinct from row (new.name, new.stage, new.watched_since))
    execute function keep_platform_as_of();

-- Of the time until now only today's values are known.
insert into platform_as_of (platform_id, recorded_at, week_ends_on, name, stage, watched_since)
    select id, created_at, (select min(ends_on) from reporting_week where cut_off_at > created_at), name, stage, watched_since
    from platform order by created_at, id;

-- Bulletins quote the disclosures that the tally counted in their week; they no longer look for moments.
drop index disclosure_by_moment;
