package io.redress.registration.intake;

import io.redress.account.Viewer;
import io.redress.common.problem.Violations;
import io.redress.common.time.Clocks;
import io.redress.identity.PersonName;
import io.redress.platform.Branch;
import io.redress.platform.Platform;
import io.redress.registration.InvestmentLine;
import io.redress.registration.PoliceReportDetails;
import io.redress.registration.RegistrationForm;
import io.redress.registration.RepaymentLine;
import io.redress.registration.investor.ContactDetails;
import io.redress.registration.model.Agent;
import io.redress.registration.model.Registration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Reads a request to register into what it says, and checks it. */
@ApplicationScoped
class FormReader {

    private final RegistrationForm form;
    private final Clock clock;

    FormReader(RegistrationForm form, Clock clock) {
        this.form = form;
        this.clock = clock;
    }

    /** @throws io.redress.common.problem.Problem 422 with every invalid field */
    ReadForm read(RegisterInvestor request, Viewer viewer) {
        var today = Clocks.today(clock);
        var violations = new Violations();
        var platform = Platform.toRegisterWith(request.platformId()).orElse(null);
        if (platform == null) {
            violations.add("/platformId", "platform-unknown");
        }
        var draft = draft(request, today, violations);
        var details = request.investor();
        var document = RegistrationForm.document(
                details.documentType(), details.documentNumber(), "/investor/documentNumber", today, violations);
        RegistrationForm.checkKind(details.kind(), details.documentType(), "/investor/documentType", violations);
        RegistrationForm.checkBirth(details.bornOn(), "/investor/bornOn", today, violations);
        var place = form.place(details.address(), "/investor/address", viewer, violations);
        var contacts = ContactDetails.of(details, violations);
        violations.demandNone();
        return new ReadForm(draft, platform, details, document.orElseThrow(), contacts, place.orElseThrow());
    }

    private static Registration draft(RegisterInvestor request, LocalDate today, Violations violations) {
        var draft = Registration.draft();
        var repayments = request.repayments() == null ? List.<RepaymentLine>of() : request.repayments();
        RegistrationForm.checkDates(request.investments(), repayments, today, violations);
        RegistrationForm.checkPoliceReport(request.policeReport(), today, violations);
        RegistrationForm.refuseMasks(request.investments(), violations);
        draft.toldBy(request.channel(), agent(draft, request.agent(), today, violations));
        draft.replaceInvestments(
                request.investments().stream().map(InvestmentLine::toInvestment).toList());
        draft.replaceRepayments(
                repayments.stream().map(RepaymentLine::toRepayment).toList());
        if (request.platformAccounts() != null) {
            request.platformAccounts().forEach(account -> draft.addAccount(account.toAccount()));
        }
        draft.show(request.evidenceShown());
        draft.inform(request.noticesGiven());
        draft.actAsSalesperson(Boolean.TRUE.equals(request.actedAsSalesperson()));
        draft.reportedToPolice(PoliceReportDetails.read(request.policeReport()));
        draft.remark(request.remark());
        fillSalesperson(draft, request, violations);
        return draft;
    }

    private static void fillSalesperson(Registration draft, RegisterInvestor request, Violations violations) {
        var salesperson = request.salesperson();
        if (salesperson == null) {
            return;
        }
        draft.soldBy(
                PersonName.normalise(salesperson.name()),
                ContactDetails.phone(salesperson.phone(), "/salesperson/phone", violations),
                salesperson.branchId());
        if (salesperson.branchId() != null
                && Branch.of(request.platformId(), salesperson.branchId()).isEmpty()) {
            violations.add("/salesperson/branchId", "branch-unknown");
        }
    }

    private static Agent agent(
            Registration draft, RegisterInvestor.AgentDetails details, LocalDate today, Violations violations) {
        if (details == null) {
            return null;
        }
        var agent = Agent.of(
                draft.id,
                details.capacity(),
                PersonName.normalise(details.name()),
                details.relation(),
                details.papers());
        var phone = ContactDetails.phone(details.phone(), "/agent/phone", violations);
        RegistrationForm.document(
                        details.documentType(), details.documentNumber(), "/agent/documentNumber", today, violations)
                .ifPresent(document -> agent.identify(draft.id, document, phone));
        return agent;
    }
}
