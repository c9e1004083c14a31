package io.redress.registration;

import io.redress.common.time.Clocks;
import io.redress.platform.Platform;
import io.redress.registration.model.Evidence;
import io.redress.registration.model.EvidenceKind;
import io.redress.registration.model.Registration;
import io.redress.registration.model.RegistrationHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A registration as its investor may have it in writing; what is masked elsewhere stands apart, as {@link PersonalField}s.
 *
 * @param principal 投入本金 in yuan, of the best established totals, as are the other amounts
 * @param lossFormula how the net loss comes of the amounts, such as 投入本金－已返还本金－已付回报
 * @param evidence kinds of papers shown and names of files attached
 */
public record RegistrationExtract(
        String number,
        String platformName,
        String status,
        LocalDate receivedOn,
        String receivedBy,
        BigDecimal principal,
        BigDecimal repaid,
        BigDecimal netLoss,
        String lossFormula,
        List<Line> investments,
        List<Line> repayments,
        List<String> evidence,
        String salesperson,
        String agent,
        String remark,
        List<Event> history) {

    /**
     * Money in or back.
     *
     * @param on as far as it is known, such as 约2019年5月
     */
    public record Line(String on, String what, BigDecimal amount) {}

    /** What happened to it. */
    public record Event(LocalDate on, String what, String reason, String by) {}

    static RegistrationExtract of(Registration registration, Platform platform) {
        var totals = registration.effective();
        return new RegistrationExtract(
                registration.number,
                platform.name,
                registration.status.label(),
                Clocks.dateOf(registration.receivedAt),
                registration.receivedBy,
                totals.principal(),
                totals.repaid(),
                totals.netLoss(),
                platform.lossFormula().written(),
                registration.investments.stream()
                        .map(line -> new Line(line.investedOn.written(), line.product, line.principal))
                        .toList(),
                registration.repayments.stream()
                        .map(line -> new Line(line.repaidOn.written(), line.kind.label(), line.amount))
                        .toList(),
                evidence(registration),
                registration.salespersonName,
                registration.agent == null ? null : registration.agent.name,
                registration.remark,
                RegistrationHistory.of(registration.id).stream()
                        .map(event -> new Event(
                                Clocks.dateOf(event.happenedAt), event.what.label(), event.reason, event.happenedBy))
                        .toList());
    }

    private static List<String> evidence(Registration registration) {
        return Stream.concat(
                        registration.evidenceShown.stream().sorted().map(EvidenceKind::label),
                        Evidence.of(registration.id).stream().map(file -> file.fileName))
                .toList();
    }

    @Override
    public String toString() {
        return "RegistrationExtract[" + number + "]";
    }
}
