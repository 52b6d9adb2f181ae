-- How many messages went over a channel in a minute or on a day, and how many were told to come then.
create table if not exists anbu_throttle (
  lane varchar(60) not null,
  slot bigint not null,
  taken int not null,
  promised int not null,
  primary key (lane, slot)
);
-- Messages under a frequency cap that are on their way: other nodes count them too.
create table if not exists anbu_cap_claims (
  patient varchar(64) not null,
  request varchar(64) not null,
  claimed_at timestamp(6) with time zone not null,
  primary key (patient, request)
);
