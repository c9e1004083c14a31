package io.redress.contract;

import static io.redress.testing.Secret.masked;
import static io.redress.testing.Secret.ofPerson;

import io.redress.testing.Ground;
import io.redress.testing.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An invented person; every detail is a secret. */
final class PlantedPerson {

    private final String serial;
    private final Ground ground;

    PlantedPerson(String serial, Ground ground) {
        this.serial = serial;
        this.ground = ground;
    }

    Map<String, Object> request(String platformId, String branchId) {
        var request = Register.request(platformId, number("证件号码", Register.residentNumber()));
        describe(Register.investorOf(request));
        var investment = Register.investment("50000.00");
        investment.put("product", words("产品"));
        investment.put("contractNumber", words("合同号"));
        investment.put("bankAccount", number("银行账号", "62170019907" + digits(8)));
        request.put("investments", new ArrayList<>(List.of(investment)));
        request.put("agent", agent());
        request.put(
                "platformAccounts",
                List.of(Map.of("username", words("账户"), "registeredPhone", number("注册手机", "137" + digits(8)))));
        request.put(
                "salesperson",
                Map.of("name", words("业务员"), "phone", number("业务员电话", "136" + digits(8)), "branchId", branchId));
        request.put(
                "policeReport",
                Map.of("authority", words("报案机关"), "receiptNumber", words("回执"), "reportedOn", "2020-12-01"));
        request.put("remark", words("备注"));
        return request;
    }

    private void describe(Map<String, Object> investor) {
        investor.put("name", words("姓名"));
        investor.put("phone", number("电话", "138" + digits(8)));
        var relative =
                Map.of("name", words("紧急联系人"), "relation", words("亲属关系"), "phone", number("紧急电话", "135" + digits(8)));
        investor.put("emergencyContact", relative);
        investor.put("address", Map.of("areaCode", Register.KAIYUAN, "text", number("住址", "暗香疏影路" + digits(4) + "号")));
    }

    private Map<String, Object> agent() {
        var agent = new HashMap<>(Register.agent(number("代理人证件", Register.residentNumber())));
        agent.put("name", words("代理人"));
        agent.put("relation", words("代理关系"));
        agent.put("phone", number("代理人电话", "134" + digits(8)));
        return agent;
    }

    private String words(String what) {
        return ground.plant(ofPerson(what, Ground.marked(what + serial)));
    }

    private String number(String what, String value) {
        return ground.plant(masked(what, value));
    }

    /** Digits that occur nowhere else. */
    private String digits(int count) {
        var seed =
                Long.toString(7_919L * (ground.secrets().size() + 31) * (serial.hashCode() + 977L) + 90_000_000_019L);
        return seed.substring(seed.length() - count);
    }
}
