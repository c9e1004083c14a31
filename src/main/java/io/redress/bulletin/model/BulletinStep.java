package io.redress.bulletin.model;

import io.redress.common.record.InClear;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/**
 * One step in the workflow of a bulletin; never changed.
 *
 * @param accountId null for the service
 * @param reason for sending back, voiding or correcting; otherwise null
 */
@Embeddable
public record BulletinStep(
        @Enumerated(EnumType.STRING) BulletinAction action,
        UUID accountId,
        @InClear("the name of an account") String takenBy,
        Instant takenAt,
        @InClear("about a bulletin") String reason) {}
