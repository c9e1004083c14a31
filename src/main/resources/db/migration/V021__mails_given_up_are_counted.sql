-- Mails that were given up are counted by a metric, without reading all that were ever sent.
create index bulletin_delivery_given_up on bulletin_delivery (bulletin_id) where next_attempt_at is null and sent_at is null;
