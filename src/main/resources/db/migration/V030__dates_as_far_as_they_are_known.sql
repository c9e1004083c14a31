-- People remember the month or the year in which they paid, not the day. The date column keeps the first day of what is known,
-- beside it how much is known and whether it is 约. What stands there already was told as whole days.
alter table investment
    add column invested_on_precision   text    not null default 'DAY',
    add column invested_on_approximate boolean not null default false,
    add column matures_on_precision    text,
    add column matures_on_approximate  boolean;
update investment set matures_on_precision = 'DAY', matures_on_approximate = false where matures_on is not null;
alter table investment
    add constraint invested_on_begins_what_is_known check (
        invested_on_precision in ('DAY', 'MONTH', 'YEAR')
        and invested_on = date_trunc(invested_on_precision, invested_on::timestamp)),
    add constraint matures_on_begins_what_is_known check (
        matures_on_precision in ('DAY', 'MONTH', 'YEAR')
        and matures_on = date_trunc(matures_on_precision, matures_on::timestamp)),
    add constraint matures_on_is_whole_or_not_there check (
        num_nulls(matures_on, matures_on_precision, matures_on_approximate) in (0, 3));

alter table repayment
    add column repaid_on_precision   text    not null default 'DAY',
    add column repaid_on_approximate boolean not null default false,
    add constraint repaid_on_begins_what_is_known check (
        repaid_on_precision in ('DAY', 'MONTH', 'YEAR')
        and repaid_on = date_trunc(repaid_on_precision, repaid_on::timestamp));
