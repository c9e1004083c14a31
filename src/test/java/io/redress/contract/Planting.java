package io.redress.contract;

import static io.redress.testing.Secret.ofPerson;

import io.quarkus.arc.All;
import io.redress.account.Role;
import io.redress.testing.Bulletining;
import io.redress.testing.Ground;
import io.redress.testing.People;
import io.redress.testing.Planter;
import io.redress.testing.Register;
import io.redress.testing.Weeks;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Puts unique values into every kind of record, through the operations that users call. A new kind of record joins by a
 * {@link Planter} of its feature; the tests then search for its values in responses to callers without access.
 */
@Singleton
class Planting {

    private final People people;
    private final Register register;
    private final Weeks weeks;
    private final Bulletining bulletins;
    private final List<Planter> planters;
    private Ground ground;

    Planting(People people, Register register, Weeks weeks, Bulletining bulletins, @All List<Planter> planters) {
        this.people = people;
        this.register = register;
        this.weeks = weeks;
        this.bulletins = bulletins;
        this.planters = planters;
    }

    /** A person whose case is open, and a draft bulletin. */
    Planted running() {
        begin("甲");
        planters.forEach(planter -> planter.goOn(ground));
        bulletin();
        return planted();
    }

    /** A person whose case has ended, and an issued bulletin. */
    Planted ended() {
        begin("乙");
        planters.forEach(planter -> planter.end(ground));
        ground.post(people.clerk(), "registrations", "withdraw", Map.of("reason", ground.person("撤回原因")));
        bulletins.review(bulletin());
        bulletins.sign(ground.id("bulletins"));
        return planted();
    }

    private void begin(String serial) {
        ground = new Ground(people);
        ground.put("reporting-weeks", weeks.next().toString());
        ground.put("areas", Register.KAIYUAN);
        enterPlatform(serial);
        registerPerson(serial);
        attach();
        ground.post(people.clerk(), "registrations", "correct", Map.of("reason", ground.person("更正原因")));
        changeInvestor();
        planters.forEach(planter -> planter.plant(ground));
        openAccount();
    }

    private Planted planted() {
        return new Planted(ground.ids(), ground.secrets());
    }

    private void enterPlatform(String serial) {
        ground.put("platforms", register.platform(ground.bureau("密植平台" + serial)));
        var branch = Map.of(
                "name",
                ground.bureau("分支"),
                "contactName",
                ground.bureau("联络人"),
                "address",
                ground.bureau("分支地址"),
                "closed",
                false);
        ground.put(
                "branches", Ground.create(people.chief(), "platforms/" + ground.id("platforms") + "/branches", branch));
    }

    private void registerPerson(String serial) {
        var person = new PlantedPerson(serial, ground);
        var registration = register.register(person.request(ground.id("platforms"), ground.id("branches")));
        ground.put("registrations", registration.getString("id"));
        ground.put("investors", registration.getString("investor.id"));
        ground.plant(ofPerson("登记编号", registration.getString("number")));
    }

    private void attach() {
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Note(" + ground.person("材料字节")
                + ")>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
        var part = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nCONTRACT\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + ground.person("材料名")
                + ".pdf\"\r\n\r\n"
                + pdf + "\r\n--b--\r\n";
        ground.put(
                "evidence",
                people.clerk()
                        .contentType("multipart/form-data; boundary=b")
                        .body(part.getBytes(StandardCharsets.UTF_8))
                        .post(Ground.API + "registrations/" + ground.id("registrations") + "/evidence")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    private void changeInvestor() {
        var path = Ground.API + "investors/" + ground.id("investors");
        people.clerk()
                .header("If-Match", people.clerk().get(path).header("ETag"))
                .body(Map.of("reason", ground.person("变更原因"), "otherPhone", ground.number("其他电话", "13912345671")))
                .put(path)
                .then()
                .statusCode(200);
    }

    private String bulletin() {
        var week = LocalDate.parse(ground.id("reporting-weeks"));
        weeks.close(week);
        var id = bulletins.draft(ground.id("platforms"), week);
        ground.put("bulletins", id);
        var path = Ground.API + "bulletins/" + id;
        var draft = people.clerk().get(path);
        var section = Map.of(
                "key", draft.path("sections[0].key"),
                "heading", draft.path("sections[0].heading"),
                "body", ground.bureau("周报正文"));
        people.clerk()
                .header("If-Match", draft.header("ETag"))
                .body(Map.of("title", ground.bureau("周报标题"), "sections", List.of(section)))
                .put(path)
                .then()
                .statusCode(200);
        return id;
    }

    /** An account that administrators may change without effect on other tests. */
    private void openAccount() {
        var account = Map.of(
                "username",
                "planted." + ground.secrets().size() + "."
                        + Math.abs(ground.ids().hashCode()),
                "name",
                "林登记",
                "password",
                "a password for tests",
                "roles",
                List.of("CLERK"));
        ground.put("accounts", Ground.create(people.as(Role.ADMIN, null), "accounts", account));
    }
}
