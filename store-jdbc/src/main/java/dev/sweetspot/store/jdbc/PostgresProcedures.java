package dev.sweetspot.store.jdbc;

import java.util.List;

/**
 * What the server does by itself when a batch is added, so that it takes one message: the row of the tally, for which all
 * workers of a study wait, is then held for as long as the server works, and not while messages travel.
 */
final class PostgresProcedures {
    /**
     * Adds a batch under the tally, as {@link Appending} does where the file lies beside the worker; of a batch that does not
     * fit it tells the place of the first event that does not, and the caller rolls back what was added before it. Each
     * statement in it sees what was committed before the statement, so that what is read while the row of the tally is held is
     * what there is.
     *
     * <p>With {@code in_one} it adds of several that begin trials the one whose number is the next; in the order of their
     * numbers, and with as many leases, each of its trial.
     *
     * <p>{@code in_made} has the key of the study that is meant, or nothing for whichever has the name; {@code in_trials} has
     * -1 for an event of the study itself.
     */
    private static final String ADD_BATCH = """
            create function add_batch(in_study text, in_made bigint[], in_batch bigint, in_again boolean, in_one boolean,
                in_trials bigint[], in_starts boolean[], in_seen bigint[], in_bodies text[],
                in_taken bigint[], in_takers text[], in_lengths bigint[],
                out of_study bigint, out reached bigint, out wrong_at bigint, out actual bigint)
            language plpgsql as $$
            declare
                had tally%rowtype;
                fits boolean;
                place bigint;
                up bigint := (extract(epoch from pg_postmaster_start_time()) * 1000)::bigint;
                now_ms bigint := (extract(epoch from clock_timestamp()) * 1000)::bigint;
            begin
                select tally.* into had from tally join study on study.id = tally.study
                    where study.name = in_study and (cardinality(in_made) = 0 or study.batch = any (in_made))
                    for update of tally;
                if not found then
                    return;
                end if;
                of_study := had.study;
                if in_again then
                    select max(position) into reached from event where study = had.study and batch = in_batch;
                    if reached is not null then
                        return;
                    end if;
                end if;
                reached := had.position;
                if in_one then
                    place := had.trials - in_trials[1] + 1;
                    if place < 1 or place > cardinality(in_trials) then
                        wrong_at := 1;
                        actual := had.trials;
                        return;
                    end if;
                    in_trials := in_trials[place:place];
                    in_starts := in_starts[place:place];
                    in_seen := in_seen[place:place];
                    in_bodies := in_bodies[place:place];
                    in_taken := in_taken[place:place];
                    in_takers := in_takers[place:place];
                    in_lengths := in_lengths[place:place];
                end if;
                for i in 1 .. cardinality(in_seen) loop
                    if in_trials[i] < 0 then
                        actual := had.decisions;
                        had.decisions := had.decisions + 1;
                        fits := true;
                    else
                        fits := case when in_starts[i] then in_trials[i] = had.trials else in_trials[i] < had.trials end;
                        if fits and in_starts[i] then
                            actual := had.decisions;
                            had.trials := had.trials + 1;
                        else
                            select coalesce(max(version), 0) into actual from trial
                                where study = had.study and number = in_trials[i];
                        end if;
                    end if;
                    if not fits or actual <> in_seen[i] then
                        wrong_at := i;
                        return;
                    end if;
                    if in_trials[i] >= 0 then
                        insert into trial (study, number, version)
                            values (had.study, in_trials[i], case when in_starts[i] then 1 else in_seen[i] + 1 end)
                            on conflict (study, number) do update set version = excluded.version;
                    end if;
                end loop;
                insert into event (study, position, batch, body)
                    select had.study, had.position + nth, in_batch, body
                    from unnest(in_bodies) with ordinality as added (body, nth);
                reached := had.position + cardinality(in_seen);
                update tally set position = reached, trials = had.trials, decisions = had.decisions
                    where study = had.study;
                if cardinality(in_taken) > 0 then
                    insert into lease (study, trial, worker, until, length)
                        select had.study, trial, taker, now_ms + span, span
                        from unnest(in_taken, in_takers, in_lengths) as taken (trial, taker, span)
                        on conflict (study, trial) do update
                            set worker = excluded.worker, until = excluded.until, length = excluded.length
                            where lease.worker = excluded.worker
                                or case when lease.until < up then up + lease.length else lease.until end <= now_ms;
                end if;
            end
            $$
            """;

    /** Says of a connection that the log is durable up to a position, if there is one behind it. */
    private static final String PUBLISH = """
            create function publish(in_study bigint, in_session bigint, in_position bigint) returns void
            language sql as $$
                insert into writer (study, session, position) values (in_study, in_session, in_position)
                    on conflict (study, session) do update set position = greatest(writer.position, excluded.position)
            $$
            """;

    /**
     * Two transactions, see {@link PostgresStore#commit}. Where a batch does not fit, the row is given back at once, as a commit
     * would wait for the disk, and all others with it; what it does not fit may be of a worker that died before it said that
     * the log is durable until there, and is said so here.
     */
    private static final String APPEND = """
            create procedure append(in_study text, in_made bigint[], in_batch bigint, in_again boolean, in_one boolean,
                in_trials bigint[], in_starts boolean[], in_seen bigint[], in_bodies text[], in_session bigint,
                in_taken bigint[], in_takers text[], in_lengths bigint[], in_left bigint[], in_leavers text[],
                inout of_study bigint, inout reached bigint, inout wrong_at bigint, inout actual bigint,
                inout durable boolean)
            language plpgsql as $$
            begin
                perform set_config('synchronous_commit', 'off', true);
                select added.of_study, added.reached, added.wrong_at, added.actual
                    into of_study, reached, wrong_at, actual
                    from add_batch(in_study, in_made, in_batch, in_again, in_one, in_trials, in_starts, in_seen,
                        in_bodies, in_taken, in_takers, in_lengths) as added;
                durable := true;
                if of_study is null then
                    return;
                end if;
                if wrong_at is null then
                    commit;
                else
                    rollback;
                end if;
                if wrong_at is not null or cardinality(in_seen) = 0 then
                    if coalesce((select max(position) from writer where study = of_study), 0) < reached then
                        perform publish(of_study, in_session, position) from tally
                            where study = of_study and position >= reached;
                    end if;
                else
                    perform publish(of_study, in_session, position) from event
                        where study = of_study and position = reached and batch = in_batch;
                    durable := found;
                end if;
                if wrong_at is null and durable and cardinality(in_left) > 0 then
                    delete from lease using unnest(in_left, in_leavers) as leaving (trial, worker)
                        where lease.study = of_study and lease.trial = leaving.trial and lease.worker = leaving.worker;
                end if;
            end
            $$
            """;

    /** An append is one message. */
    static final List<String> WITH_PROCEDURES = List.of(ADD_BATCH, PUBLISH, APPEND);

    private PostgresProcedures() {}
}
