package io.redress.reveal;

import io.quarkus.arc.All;
import io.redress.account.Viewer;
import io.redress.common.time.Clocks;
import io.redress.common.time.PartialDate;
import io.redress.extract.ExtractPart;
import io.redress.registration.PersonalField;
import io.redress.registration.PersonalField.PersonalDatum;
import io.redress.registration.Register;
import io.redress.reveal.ExtractContent.Entry;
import io.redress.reveal.ExtractContent.Look;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the extract for a person's right of access (个人信息保护法 45), and records it as a reveal. */
@ApplicationScoped
class Extracts {

    private static final int MOST_LOOKS = 500;

    private final Reveals reveals;
    private final Register register;
    private final List<ExtractPart> parts;
    private final Clock clock;
    private final String organisation;

    Extracts(
            Reveals reveals,
            Register register,
            @All List<ExtractPart> parts,
            Clock clock,
            @ConfigProperty(name = "redress.organisation.name") String organisation) {
        this.reveals = reveals;
        this.register = register;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(ExtractPart::place))
                .toList();
        this.clock = clock;
        this.organisation = organisation;
    }

    @Transactional
    ExtractContent make(UUID investorId, MakeExtract request, Viewer viewer) {
        var person = register.person(investorId, viewer.scope());
        var looks = reveals.ofInvestor(investorId, viewer, null, MOST_LOOKS).stream()
                .map(Extracts::look)
                .toList();
        var personal = reveals.revealAll(investorId, request.identifiedBy(), viewer);
        return new ExtractContent(
                organisation,
                PartialDate.of(Clocks.today(clock)).written(),
                viewer.name(),
                person.name(),
                entries(personal),
                ExtractContent.numbered(parts.stream()
                        .map(part -> part.of(person.id(), viewer.scope()))
                        .toList()),
                MOST_LOOKS,
                looks);
    }

    private static List<Entry> entries(Map<PersonalField, List<PersonalDatum>> personal) {
        return personal.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(datum -> new Entry(field.getKey().zh(), datum.registrationNumber(), datum.value())))
                .toList();
    }

    private static Look look(Reveal reveal) {
        var fields = Arrays.stream(reveal.fields.split(","))
                .map(field -> PersonalField.valueOf(field).zh())
                .collect(Collectors.joining("、"));
        var on = PartialDate.of(Clocks.dateOf(reveal.revealedAt));
        return new Look(on.written(), reveal.accountName, reveal.purpose.zh(), fields);
    }
}
