package io.redress.registration;

import io.redress.registration.intake.RegistrationNumbers;

/** Registration numbers for a register that is filled by hand. */
public final class BenchNumbers {

    private BenchNumbers() {}

    public static String of(int year, long serial) {
        return RegistrationNumbers.number(year, serial);
    }
}
