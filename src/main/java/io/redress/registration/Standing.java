package io.redress.registration;

import io.redress.registration.investor.Investor;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.Registration;
import io.redress.registration.model.Registrations;
import io.redress.registration.report.RegistrationMeasure;
import io.redress.tally.Contribution;
import io.redress.tally.Figure;
import io.redress.tally.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One investor's contribution to the figures. The unit of counting is the investor, not the registration: a person on
 * two platforms counts once in the total, and a move to another area takes everything along.
 */
public final class Standing {

    private final Investor investor;
    private final List<Registration> registrations;
    private final Contribution before;

    private Standing(Investor investor, List<Registration> registrations) {
        this.investor = investor;
        this.registrations = new ArrayList<>(registrations);
        this.before = now();
    }

    /** The contribution before a change; the investor must be locked. */
    public static Standing of(Investor investor) {
        return new Standing(investor, Registrations.ofInvestor(investor.id));
    }

    public static Standing ofNewcomer(Investor investor) {
        return new Standing(investor, List.of());
    }

    public void add(Registration registration) {
        registrations.add(registration);
    }

    /** Moves a registration to another investor, after two people turned out to be one, or one to be two. */
    public void hand(Registration registration, Standing other) {
        registration.handTo(other.investor);
        registrations.remove(registration);
        other.registrations.add(registration);
    }

    public Stream<Registration> live() {
        return registrations.stream().filter(registration -> registration.status.isLive());
    }

    public List<Registration> registrations() {
        return registrations;
    }

    public Contribution before() {
        return before;
    }

    /** The contribution at this moment of the transaction. */
    public Contribution now() {
        var contribution = new Contribution();
        var live = live().toList();
        live.forEach(registration -> count(registration, contribution));
        if (!live.isEmpty()) {
            contribution.add(null, investor.areaCode, RegistrationMeasure.PERSONS_REGISTERED, Figure.ONE);
        }
        if (live.stream().anyMatch(Standing::isAffected)) {
            contribution.add(null, investor.areaCode, RegistrationMeasure.PERSONS_AFFECTED, Figure.ONE);
        }
        return contribution;
    }

    private void count(Registration registration, Contribution contribution) {
        var totals = registration.effective();
        add(contribution, registration, RegistrationMeasure.REGISTERED, Figure.ONE);
        if (registration.actedAsSalesperson) {
            add(contribution, registration, RegistrationMeasure.SUSPECTED_HELPERS, Figure.one(totals.netLoss()));
        } else if (totals.isLoss()) {
            add(contribution, registration, RegistrationMeasure.AFFECTED, Figure.one(totals.netLoss()));
            add(contribution, registration, RegistrationMeasure.PRINCIPAL, Figure.sum(totals.principal()));
            add(contribution, registration, RegistrationMeasure.REPAID, Figure.sum(totals.repaid()));
        } else {
            add(contribution, registration, RegistrationMeasure.WITHOUT_LOSS, Figure.one(totals.netLoss()));
        }
        if (registration.verified != null) {
            add(contribution, registration, RegistrationMeasure.VERIFIED, Figure.one(registration.verified.netLoss()));
        }
        if (registration.adjudicated != null) {
            add(
                    contribution,
                    registration,
                    RegistrationMeasure.ADJUDICATED,
                    Figure.one(registration.adjudicated.netLoss()));
        }
        if (registration.isPoliceReported()) {
            add(contribution, registration, RegistrationMeasure.POLICE_REPORTED, Figure.ONE);
        }
        if (EvidenceKind.isComplete(registration.evidenceShown)) {
            add(contribution, registration, RegistrationMeasure.EVIDENCE_COMPLETE, Figure.ONE);
        }
    }

    private void add(Contribution contribution, Registration registration, Measure measure, Figure figure) {
        contribution.add(registration.platformId, investor.areaCode, measure, figure);
    }

    private static boolean isAffected(Registration registration) {
        return !registration.actedAsSalesperson && registration.effective().isLoss();
    }
}
