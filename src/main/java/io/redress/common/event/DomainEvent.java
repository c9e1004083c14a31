package io.redress.common.event;

/**
 * Something that happened to a record. Use cases fire it inside their transaction; whoever keeps account of it (tally,
 * audit, later the webhook outbox) observes it there, so that the change and its trace stand or fall together.
 */
public interface DomainEvent {}
