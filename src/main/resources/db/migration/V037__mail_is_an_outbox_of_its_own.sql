-- Mail is an outbox of its own: any feature posts letters to it (ADR 42). A row carries its letter, so that whoever sends it
-- asks no feature.
create table outbox_mail (
    id                uuid primary key,
    topic             text not null,
    record_id         uuid not null,
    recipient         text not null,
    subject           text not null,
    text              text not null,
    attachment_sha256 text references stored_file,
    attachment_name   text,
    message_id        text not null,
    posted_at         timestamptz not null,
    sent_at           timestamptz,
    attempts          int not null default 0,
    next_attempt_at   timestamptz,
    last_failure      text,
    constraint outbox_mail_is_posted_once unique (record_id, topic, recipient),
    constraint outbox_mail_names_its_attachment check ((attachment_sha256 is null) = (attachment_name is null))
);
create index outbox_mail_due on outbox_mail (next_attempt_at) where next_attempt_at is not null;
create index outbox_mail_given_up on outbox_mail (id) where next_attempt_at is null and sent_at is null;

-- Mails about bulletins, with the letters that the program wrote until now when it sent them. A mail that was tried may have
-- arrived, so each keeps its Message-ID: it ends with Java's hash of the address.
with recursive hashed (reader, taken, hash) as (
    select distinct reader, 0, 0::bigint from bulletin_delivery
    union all
    select reader, taken + 1, (hash * 31 + ascii(substr(reader, taken + 1, 1))) % 4294967296 from hashed
    where taken < length(reader)
)
insert into outbox_mail (id, topic, record_id, recipient, subject, text, attachment_sha256, attachment_name, message_id,
    posted_at, sent_at, attempts, next_attempt_at, last_failure)
select gen_random_uuid(), 'bulletin.' || delivery.occasion, bulletin.id, delivery.reader,
    case
        when delivery.occasion = 'VOIDED' then format('【作废】%s（%s）', bulletin.title, this.name)
        when replaced.id is null then format('%s（%s）', bulletin.title, this.name)
        else format('【更正】%s（%s，替代%s）', bulletin.title, this.name, this.replaces)
    end,
    case
        when delivery.occasion = 'VOIDED' then
            format(E'%s（%s）已作废，请勿再使用。\n\n%s', bulletin.title, this.name, this.organisation)
        else format(E'%s（%s）已签发，见附件。%s内部资料，注意保存。\n内容的 SHA-256：%s\n\n%s', bulletin.title, this.name,
            case when replaced.id is not null then format('本期更正并替代%s，请勿再使用后者。', this.replaces) end,
            bulletin.digest, this.organisation)
    end,
    pdf.sha256,
    case when pdf.sha256 is not null then format('bulletin-%s-%s.pdf', bulletin.year, bulletin.number) end,
    format('<%s.%s.%s@redress>', bulletin.id, delivery.occasion, to_hex(hashed.hash)),
    (select taken_at from bulletin_step where bulletin_id = bulletin.id and action = delivery.occasion),
    delivery.sent_at, delivery.attempts, delivery.next_attempt_at, delivery.last_failure
from bulletin_delivery delivery
join bulletin on bulletin.id = delivery.bulletin_id
join hashed on hashed.reader = delivery.reader and hashed.taken = length(delivery.reader)
left join bulletin replaced on replaced.id = bulletin.corrects_id
left join bulletin_file pdf on pdf.bulletin_id = bulletin.id and pdf.format = 'PDF' and delivery.occasion = 'ISSUED'
cross join lateral (
    select format('%s年第%s期', bulletin.year, bulletin.number) as name,
        format('%s年第%s期', replaced.year, replaced.number) as replaces,
        trim($name$ ${organisation} $name$) as organisation
) as this;

drop table bulletin_delivery;
