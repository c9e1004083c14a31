package io.redress.disclosure;

import java.time.LocalDate;

/** A disclosure as a bulletin quotes it. */
public record DisclosureBrief(DisclosureKind kind, LocalDate disclosedOn, String source, String summary) {

    static DisclosureBrief of(Disclosure disclosure) {
        return new DisclosureBrief(disclosure.kind, disclosure.disclosedOn, disclosure.source, disclosure.summary);
    }
}
