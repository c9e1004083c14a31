-- Somebody's work is asked for at each sign-in, without looking through all that was finished long ago.

create index bulletin_by_status on bulletin (status, week_ends_on);
