package dev.sweetspot.store.jdbc;

import java.util.List;

/** The tables in SQLite. */
final class SqliteSchema {
    private static final List<String> FROM_NOTHING = List.of(
            "create table study (id integer primary key, name text not null unique, created_at text not null,"
                    + " description text not null)",
            "create table event (position integer primary key autoincrement, study integer not null, body text not"
                    + " null)",
            "create index event_of_study on event (study, position)",
            "create table trial (study integer not null, number integer not null, version integer not null,"
                    + " primary key (study, number)) without rowid",
            "create table lease (study integer not null, trial integer not null, worker text not null,"
                    + " until integer not null, primary key (study, trial)) without rowid");

    /** Events lie in the order in which they are read, and what a change looks at lies in one row. */
    private static final List<String> WITH_TALLY = List.of(
            "alter table study add column batch integer not null default 0",
            "alter table lease add column length integer not null default 10000",
            "create table tally (study integer primary key, position integer not null, trials integer not null,"
                    + " decisions integer not null)",
            "insert into tally select id, (select coalesce(max(position), 0) from event where study = id),"
                    + " (select count(*) from trial where study = id and number >= 0),"
                    + " (select coalesce(max(version), 0) from trial where study = id and number < 0) from study",
            "delete from trial where number < 0",
            "drop index event_of_study",
            "alter table event rename to event_before",
            "create table event (study integer not null, position integer not null, batch integer not null,"
                    + " body text not null, primary key (study, position)) without rowid",
            "insert into event select study, position, 0, body from event_before order by study, position",
            "drop table event_before");

    /** Stretches of logs that are read at once, see {@link Packs}. */
    private static final List<String> WITH_PACKS =
            List.of("create table pack (study integer not null, stretch integer not null, batch integer not null,"
                    + " body blob not null,"
                    + " primary key (study, stretch))");

    static final Schema SCHEMA = new Schema(List.of(FROM_NOTHING, WITH_TALLY, WITH_PACKS));

    private SqliteSchema() {}
}
