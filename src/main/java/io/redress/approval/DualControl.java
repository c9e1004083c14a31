package io.redress.approval;

import io.quarkus.runtime.StartupEvent;
import io.redress.common.database.Sql;
import io.redress.common.event.AuditEvent;
import io.redress.common.event.DomainEvent;
import io.redress.common.record.SqlWrites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Whether dual control is in force. It begins by itself, with the first auditor or section chief who has chosen a
 * password, and never ends: an administrator who then disables them all is not back at the beginning. Only the setting
 * turns it off; each start and each change then says so in the audit log.
 */
@ApplicationScoped
@SqlWrites("dual-control-began")
class DualControl {

    /** As in {@code redress.accounts.second-person}. */
    enum SecondPerson {
        REQUIRED,
        OFF
    }

    private static final Logger LOG = Logger.getLogger(DualControl.class);

    private static final String BEGIN = """
            insert into dual_control (began_at) select ? where exists (
                select from account join account_role on account_id = account.id
                where role in ('AUDITOR', 'SECTION_CHIEF') and not must_change_password)
            on conflict do nothing
            """;

    private final Sql sql;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final SecondPerson setting;

    DualControl(
            Sql sql,
            Event<DomainEvent> events,
            Clock clock,
            @ConfigProperty(name = "redress.accounts.second-person") SecondPerson setting) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
        this.setting = setting;
    }

    void sayThatItIsOff(@Observes StartupEvent start) {
        if (setting == SecondPerson.OFF) {
            LOG.warn(
                    "账号变更不需第二人批准：redress.accounts.second-person=off / an administrator alone gives accounts their rights"
                            + " (redress.accounts.second-person=off)");
            events.fire(new AuditEvent("dual-control-off", null, null, null, Map.of()));
        }
    }

    /**
     * Asked before every change, because a change may remove those who make it begin. Sign-ins need not ask: until the
     * next change nothing depends on it.
     */
    @Transactional
    DualControlState state() {
        if (setting == SecondPerson.OFF) {
            return DualControlState.OFF;
        }
        if (sql.first("select from dual_control", row -> true).isPresent()) {
            return DualControlState.REQUIRED;
        }
        if (sql.update(BEGIN, clock.instant()) > 0) {
            events.fire(new AuditEvent("dual-control-began", null, null, null, Map.of()));
            return DualControlState.REQUIRED;
        }
        return DualControlState.NOT_YET;
    }
}
