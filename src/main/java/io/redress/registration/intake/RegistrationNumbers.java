package io.redress.registration.intake;

import io.redress.common.database.Sql;
import io.redress.common.time.Clocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Registration numbers: year, serial and a Luhn check digit, such as 2021-000123-0. The check digit reveals a number
 * misheard on the telephone. Serials come from a sequence: unique, but not gap-free.
 */
@ApplicationScoped
public class RegistrationNumbers {

    private final Sql sql;

    RegistrationNumbers(Sql sql) {
        this.sql = sql;
    }

    String next(Instant receivedAt) {
        var serial = sql.first("select nextval('registration_serial')", row -> row.getLong(1));
        return number(Clocks.dateOf(receivedAt).getYear(), serial.orElseThrow());
    }

    public static String number(int year, long serial) {
        var digits = "%d%06d".formatted(year, serial);
        return "%d-%06d-%d".formatted(year, serial, checkDigit(digits));
    }

    static int checkDigit(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
