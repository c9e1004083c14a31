-- What the service may do with the tables, when it signs in as another role than their owner: read and write, but what
-- may only be added to it can neither change nor delete; nor can it empty tables, switch off triggers, or touch the
-- history of migrations. Runs after every migration, so that a new table is never forgotten.
do $$
declare
    additions_only constant text[] := array[
        'audit_entry', 'audit_seal', 'audit_genesis',
        'tally_entry', 'closing_figure', 'reporting_week', 'registration_history',
        'bulletin_step', 'bulletin_file', 'bulletin_template', 'reveal', 'platform_as_of'];
    addition text;
begin
    if '${service}' = current_user then
        return;
    end if;
    -- instances that start at the same moment take turns
    perform pg_advisory_xact_lock(hashtextextended('what the service may do', 0));
    revoke all on all tables in schema public from "${service}";
    grant select, insert, update, delete on all tables in schema public to "${service}";
    grant usage on all sequences in schema public to "${service}";
    foreach addition in array additions_only loop
        execute format('revoke update, delete on %I from %I', addition, '${service}');
    end loop;
    -- a closing claims entries and what became of platforms, once; retention forgets reasons and notes
    grant update (week_id) on tally_entry to "${service}";
    grant update (week_ends_on) on platform_as_of to "${service}";
    grant update (reason) on registration_history to "${service}";
    grant update (note) on reveal to "${service}";
    revoke insert on audit_genesis from "${service}";
    revoke insert, delete on audit_head from "${service}";
    revoke all on flyway_schema_history from "${service}";
end $$;
