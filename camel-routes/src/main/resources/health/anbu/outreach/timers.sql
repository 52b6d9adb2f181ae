-- The table of db-scheduler: an index that the sweep can rebuild, never the truth.
create table if not exists anbu_timers (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data ${bytes},
  execution_time timestamp(6) with time zone not null,
  picked boolean not null,
  picked_by varchar(100),
  last_success timestamp(6) with time zone,
  last_failure timestamp(6) with time zone,
  consecutive_failures int,
  last_heartbeat timestamp(6) with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index if not exists anbu_timers_due on anbu_timers (execution_time);
create index if not exists anbu_timers_heartbeat on anbu_timers (last_heartbeat);
-- What has to survive a restart and is no FHIR: the simulated clock's last instant.
create table if not exists anbu_state (
  name varchar(100) not null primary key,
  content varchar(1000) not null
);
