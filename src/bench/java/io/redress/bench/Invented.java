package io.redress.bench;

import io.redress.identity.PersonName;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Somebody who never lived, always the same for the same serial: the register is as large as it is asked to be, and holds
 * the same people in each run.
 *
 * @param initials of the name
 */
record Invented(
        long serial,
        String name,
        String initials,
        LocalDate bornOn,
        String documentNumber,
        String phone,
        String street,
        int area,
        int platform,
        long firstPrincipal,
        long secondPrincipal,
        long returned) {

    /** An area code that no number typed in a test has. */
    private static final String ISSUED_IN = "440106";

    private static final String SURNAMES = "陈林黄张李王吴刘蔡杨许郑谢郭洪邱曾廖赖周徐苏庄江吕何萧罗高叶潘简朱锺游彭詹胡施沈余卢梁赵颜柯翁魏孙戴";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红金梅建国文辉志德海秀春燕晓东玲淑珍云凤琴浩宇婷慧雪琳佳怡俊泽楠欣雅晨阳鑫博宁诗涵";
    private static final int DAYS = 20_000;
    private static final LocalDate OLDEST = LocalDate.of(1945, 1, 1);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final long PHONES = 1_000_000_000L;

    /** Has no factor in common with the number of phones, so that none comes twice. */
    private static final long STRIDE = 7_919;

    static Invented of(long serial) {
        var random = new SplittableRandom(serial);
        var name = new StringBuilder().append(letter(SURNAMES, random)).append(letter(GIVEN, random));
        if (random.nextInt(5) > 0) {
            name.append(letter(GIVEN, random));
        }
        var bornOn = OLDEST.plusDays(serial % DAYS);
        return new Invented(
                serial,
                name.toString(),
                PersonName.initials(name.toString()),
                bornOn,
                documentNumber(ISSUED_IN, bornOn, (int) (serial / DAYS)),
                "13%09d".formatted(serial * STRIDE % PHONES),
                "开元路" + (1 + random.nextInt(300)) + "号",
                random.nextInt(1 << 20),
                random.nextInt(1 << 20),
                1_000L * (1 + random.nextInt(300)),
                1_000L * (1 + random.nextInt(100)),
                100L * (1 + random.nextInt(50)));
    }

    private static char letter(String letters, SplittableRandom random) {
        return letters.charAt(random.nextInt(letters.length()));
    }

    /** GB 11643-1999. */
    static String documentNumber(String area, LocalDate bornOn, int sequence) {
        var digits = "%s%tY%<tm%<td%03d".formatted(area, bornOn, sequence);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    boolean isMale() {
        return serial / DAYS % 2 == 1;
    }

    long principal() {
        return firstPrincipal + secondPrincipal;
    }

    long netLoss() {
        return principal() - returned;
    }
}
