package io.redress.common.words;

/** A code that names a count and an amount. The contract publishes the name of the amount, where it
 * has one of its own, as {@code x-amount-labels}. */
public interface AmountLabelled extends Code {

    /** The name of the amount; that of the count where they do not differ. */
    default Label amountLabel() {
        return label();
    }
}
