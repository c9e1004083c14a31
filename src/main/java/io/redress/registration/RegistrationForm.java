package io.redress.registration;

import io.redress.account.Viewer;
import io.redress.area.Addresses;
import io.redress.area.Area;
import io.redress.area.Place;
import io.redress.common.problem.Violations;
import io.redress.common.time.PartialDate;
import io.redress.identity.DocumentType;
import io.redress.identity.IdentityDocument;
import io.redress.identity.InvalidDocument;
import io.redress.registration.investor.InvestorDetails.AddressDetails;
import io.redress.registration.investor.InvestorKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Validation of the registration form; it collects all errors. */
@ApplicationScoped
public class RegistrationForm {

    private final Addresses addresses;

    RegistrationForm(Addresses addresses) {
        this.addresses = addresses;
    }

    public static Optional<IdentityDocument> document(
            DocumentType type, String typed, String pointer, LocalDate today, Violations violations) {
        try {
            return Optional.of(IdentityDocument.of(type, typed, today));
        } catch (InvalidDocument e) {
            violations.add(pointer, e.code(), e.arguments());
            return Optional.empty();
        }
    }

    public Optional<Place> place(AddressDetails address, String pointer, Viewer viewer, Violations violations) {
        var place = address.areaCode() != null ? ofCode(address) : ofText(address);
        if (place.isEmpty()) {
            violations.add(
                    pointer + (address.areaCode() != null ? "/areaCode" : "/text"),
                    address.areaCode() != null ? "area-unknown" : "address-unknown");
        } else if (!viewer.scope().includes(place.get().areaCode())) {
            violations.add(pointer, "address-out-of-scope");
            return Optional.empty();
        }
        return place;
    }

    private static Optional<Place> ofCode(AddressDetails address) {
        return Area.ofCode(address.areaCode())
                .filter(area -> switch (area.level) {
                    case TOWN, VILLAGE, OUTSIDE -> true;
                    case PROVINCE, CITY, COUNTY -> false;
                })
                .filter(area -> !area.current().isAbolished())
                .map(spoken -> new Place(spoken.current().code, address.text(), spoken));
    }

    private Optional<Place> ofText(AddressDetails address) {
        return Optional.ofNullable(address.text())
                .flatMap(addresses::resolve)
                .map(resolved -> new Place(resolved.area().code, address.text(), resolved.spoken()));
    }

    /**
     * Refuses impossible dates: in the future, a maturity before the contract, a repayment before the first investment.
     * For dates that are not known to the day, it refuses only certain contradictions.
     */
    public static void checkDates(
            List<InvestmentLine> investments, List<RepaymentLine> repayments, LocalDate today, Violations violations) {
        for (var i = 0; i < investments.size(); i++) {
            var line = investments.get(i);
            if (line.investedOn().isAfter(today)) {
                violations.add("/investments/" + i + "/investedOn", "in-the-future");
            }
            if (line.maturesOn() != null && line.maturesOn().isCertainlyBefore(line.investedOn())) {
                violations.add("/investments/" + i + "/maturesOn", "matures-before-invested");
            }
        }
        var first = investments.stream()
                .map(InvestmentLine::investedOn)
                .min(Comparator.comparing(PartialDate::earliest))
                .orElse(null);
        for (var i = 0; i < repayments.size(); i++) {
            var repaidOn = repayments.get(i).repaidOn();
            if (repaidOn.isAfter(today)) {
                violations.add("/repayments/" + i + "/repaidOn", "in-the-future");
            } else if (first != null && repaidOn.isCertainlyBefore(first)) {
                violations.add("/repayments/" + i + "/repaidOn", "repaid-before-invested", first);
            }
        }
    }

    /** A client that sends a masked account number back would overwrite the real number. */
    public static void refuseMasks(List<InvestmentLine> investments, Violations violations) {
        for (var i = 0; i < investments.size(); i++) {
            var account = investments.get(i).bankAccount();
            if (account != null && account.contains("*")) {
                violations.add("/investments/" + i + "/bankAccount", "masked-value");
            }
        }
    }

    public static void checkBirth(LocalDate bornOn, String pointer, LocalDate today, Violations violations) {
        if (bornOn != null && bornOn.isAfter(today)) {
            violations.add(pointer, "in-the-future");
        }
    }

    /** The document has to match the kind: people have documents of people, organisations those of organisations. */
    public static void checkKind(InvestorKind kind, DocumentType type, String pointer, Violations violations) {
        if (type.isForOrganisations() != (kind == InvestorKind.ORGANISATION)) {
            violations.add(pointer, "document-of-other-kind");
        }
    }

    public static void checkPoliceReport(PoliceReportDetails report, LocalDate today, Violations violations) {
        if (report != null && report.reportedOn().isAfter(today)) {
            violations.add("/policeReport/reportedOn", "in-the-future");
        }
    }
}
