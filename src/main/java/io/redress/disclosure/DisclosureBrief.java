package io.redress.disclosure;

import java.time.LocalDate;

/** A disclosure in a bulletin. */
public record DisclosureBrief(DisclosureKind kind, LocalDate disclosedOn, String source, String summary) {

    static DisclosureBrief of(Disclosure disclosure) {
        return new DisclosureBrief(disclosure.kind, disclosure.disclosedOn, disclosure.source, disclosure.summary);
    }
}
