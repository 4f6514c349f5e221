package dev.sweetspot.store;

import dev.sweetspot.form.Form;
import java.time.Instant;

/**
 * A study as a store keeps it: its name and all that was settled when it was made, as a form.
 *
 * @param name unique in its store
 * @param description space, objectives, constraints, budget, seed, sampler, scheduler, workload, job
 */
public record StudyRecord(String name, Instant createdAt, Form.MapForm description) {}
