-- Of a week and platform, or of a week's digest, at most one bulletin is valid: issued, and not replaced by an issued correction.
-- A correction replaces what is issued, never what is void. The advisory lock makes two who sign or void at once take turns.
create function one_valid_bulletin_a_week() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('bulletin ' || coalesce(new.platform_id::text, '') || new.week_id, 0));
    if new.status = 'ISSUED' and new.corrects_id is not null
        and (select status from bulletin where id = new.corrects_id) <> 'ISSUED' then
        raise exception 'a correction replaces an issued bulletin'
            using errcode = 'unique_violation', constraint = 'bulletin_corrects_a_valid_one';
    end if;
    if (select count(*) from bulletin b
        where b.week_id = new.week_id and b.platform_id is not distinct from new.platform_id and b.status = 'ISSUED'
            and not exists (select from bulletin c where c.corrects_id = b.id and c.status = 'ISSUED')) > 1 then
        raise exception 'a week has one valid bulletin'
            using errcode = 'unique_violation', constraint = 'bulletin_valid_once_a_week';
    end if;
    return null;
end $$;
create trigger one_valid_bulletin_a_week after insert or update on bulletin for each row
    when (new.status in ('ISSUED', 'VOID')) execute function one_valid_bulletin_a_week();
create index bulletin_of_week on bulletin (week_id);
