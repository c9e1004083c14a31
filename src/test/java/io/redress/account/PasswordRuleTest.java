package io.redress.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.common.problem.Problem;
import io.redress.common.problem.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password must be long and not on the list of common ones. */
class PasswordRuleTest {

    private static void check(String password) {
        var violations = new Violations();
        PasswordRule.check(password, "lin.clerk", "/password", violations);
        violations.demandNone();
    }

    private static void isRefused(String password, String code) {
        assertThatThrownBy(() -> check(password))
                .as(password)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .singleElement()
                                .satisfies(violation -> {
                                    assertThat(violation.code()).isEqualTo(code);
                                    assertThat(violation.pointer()).isEqualTo("/password");
                                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three unrelated words",
                "slow kettle borrowed umbrella",
                "aaaaaaaaaaab",
                "春眠不觉晓处处闻啼鸟夜来",
                "𠮷𠮷野家的牛肉饭真的很好吃",
                "qzjvkw-83-tnmp",
                "no capital, no digit"
            })
    void a_long_password_is_accepted_whatever_its_characters(String password) {
        check(password);
    }

    @Test
    void the_length_of_a_password_is_counted_in_characters_and_not_in_code_units() {
        isRefused("短短的十一个字不太够用", "password-too-short");
        isRefused("𠮷𠮷𠮷野家牛肉饭好吃", "password-too-short");
        check("短短的十一个字不太够用啊");
        check("山高月小".repeat(49) + "水落石出");
        isRefused("山高月小".repeat(50) + "水", "password-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin.clerk rides a horse", "on Mondays LIN.CLERK", "ｌｉｎ．ｃｌｅｒｋ在窗口"})
    void a_password_that_contains_the_username_is_refused(String password) {
        isRefused(password, "password-has-username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1qaz2wsx3edc",
                "correct horse battery staple",
                "password1234",
                "Password@2021!",
                "PasswordPassword",
                "administrator",
                "admin@123456789",
                "woaini1314520",
                "woaini5201314",
                "zhongguo20211001",
                "123456789012",
                "012345678901234",
                "987654321098",
                "111111111111",
                "abcabcabcabc",
                "a123456789012",
                "１２３４５６７８９０１２",
                "qwertyuiop123",
                "abcdefghijkl",
                "我爱你我爱你我爱你我爱你",
                "为人民服务20211001"
            })
    void a_common_password_is_refused(String password) {
        isRefused(password, "password-common");
    }
}
