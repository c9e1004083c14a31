-- What names and reaches people is kept encrypted from now on: V010 fills the new columns, V011 drops the old ones.

create table crypto_key (
    use         text not null,
    number      int not null,
    check_value bytea not null,
    entered_at  timestamptz not null,
    emptied_at  timestamptz,
    primary key (use, number)
);

alter table investor drop constraint investor_is_kept_once;
drop index investor_by_number, investor_by_phone, investor_by_other_phone;

alter table investor rename column document_number to plain_document_number;
alter table investor rename column phone to plain_phone;
alter table investor rename column other_phone to plain_other_phone;
alter table investor rename column born_on to plain_born_on;
alter table investor rename column street_address to plain_street_address;
alter table investor rename column emergency_name to plain_emergency_name;
alter table investor rename column emergency_phone to plain_emergency_phone;
alter table investor
    alter column plain_document_number drop not null,
    add column document_number   bytea,
    add column document_index    bytea,
    add column phone             bytea,
    add column phone_index       bytea,
    add column other_phone       bytea,
    add column other_phone_index bytea,
    add column born_on           bytea,
    add column street_address    bytea,
    add column emergency_name    bytea,
    add column emergency_phone   bytea;

alter table registration rename column agent_document_number to plain_agent_document_number;
alter table registration rename column agent_phone to plain_agent_phone;
alter table registration rename column salesperson_phone to plain_salesperson_phone;
alter table registration
    add column agent_document_number bytea,
    add column agent_phone           bytea,
    add column salesperson_phone     bytea;

alter table platform_account rename column registered_phone to plain_registered_phone;
alter table platform_account add column registered_phone bytea;

alter table investment rename column bank_account to plain_bank_account;
alter table investment add column bank_account bytea;

-- The answers of one week, of which nobody can tell any more whether a repeated request is the same.
delete from idempotency_key;
alter table idempotency_key drop column body;
alter table idempotency_key add column body bytea;
