package io.github.sigmadm.render;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Drift;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.PolicyVerdict;
import io.github.sigmadm.plan.Report;
import io.github.sigmadm.plan.SigmaAdditions;
import io.github.sigmadm.plan.Target;
import io.github.sigmadm.plan.Thing;
import io.github.sigmadm.plan.What;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.testing.Specs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Plans and reports as they occur, for looking at them.
final class Samples {

  static final Commit HEAD = new Commit("4be1c0ffee4be1c0ffee4be1c0ffee4be1c0ffee");
  static final Commit BASE = new Commit("0b5e55ed0b5e55ed0b5e55ed0b5e55ed0b5e55ed");
  static final Optional<EnvironmentName> PROD = Optional.of(new EnvironmentName("prod"));
  static final Optional<String> FINGERPRINT =
      Optional.of("9f2d6c1b8a7e4f30912b6d5c4a3e2f1098b7a6d5c4e3f2a1b0c9d8e7f6a5b4c3");
  static final Links LINKS =
      new Links(
          Optional.of(new Links.Repository("https://github.com", "acme", "data-models")),
          Optional.empty(),
          Optional.of("https://github.com/acme/data-models/actions/runs/1234567890"),
          Optional.of(
              new Links.Action(
                  new Links.Repository("https://github.com", "acme", "sigma-dm-action"), "v1")));

  /// A matter and the occasion it is shown on.
  record Sample(Matter matter, Occasion occasion) {}

  private Samples() {}

  /// All samples by name.
  static Map<String, Sample> all() {
    Map<String, Sample> samples = new LinkedHashMap<>();
    samples.put("create", new Sample(Matter.of(create()), occasion(Occasion.Kind.PLAN)));
    samples.put(
        "update",
        new Sample(
            Matter.of(update()),
            new Occasion(
                Occasion.Kind.PLAN,
                LINKS,
                PolicyVerdict.of(update(), Policy.DEFAULT, Set.of()).stream()
                    .map(Verdict::of)
                    .toList(),
                Optional.empty())));
    samples.put("collision", new Sample(Matter.of(collision()), occasion(Occasion.Kind.PLAN)));
    samples.put("invalid", new Sample(Matter.of(invalid()), occasion(Occasion.Kind.PLAN)));
    samples.put("offline", new Sample(Matter.of(offline()), occasion(Occasion.Kind.PLAN)));
    samples.put("unchanged", new Sample(Matter.of(unchanged()), occasion(Occasion.Kind.PLAN)));
    samples.put("validate", new Sample(Matter.of(validated()), occasion(Occasion.Kind.VALIDATE)));
    samples.put("drift", new Sample(Matter.of(drift()), occasion(Occasion.Kind.DRIFT)));
    samples.put("deployed", new Sample(Matter.of(deployed()), reviewed()));
    samples.put("partial", new Sample(Matter.of(partial()), reviewed()));
    return samples;
  }

  static Occasion occasion(Occasion.Kind kind) {
    return new Occasion(kind, LINKS, List.of(), Optional.empty());
  }

  private static Occasion reviewed() {
    return new Occasion(
        Occasion.Kind.DEPLOY,
        LINKS,
        List.of(),
        Optional.of(new Marker(PROD, BASE, Optional.of("0123456789abcdef"))));
  }

  static Plan plan(ModelPlan... models) {
    return new Plan(PROD, HEAD, Optional.of(BASE), FINGERPRINT, List.of(models), List.of());
  }

  static Plan create() {
    return plan(customers());
  }

  static Plan update() {
    return new Plan(
        PROD,
        HEAD,
        Optional.of(BASE),
        FINGERPRINT,
        List.of(customers(), orders(Optional.of(live())), stores(), payroll(), renamed()),
        List.of(
            "`policy.breaking` changes from `label` to `warn` in `sigma-dm.yml`; that takes effect"
                + " with the merge."));
  }

  static Plan invalid() {
    RepositoryPath path = new RepositoryPath("data-models/orders.json");
    return new Plan(
        PROD,
        HEAD,
        Optional.of(BASE),
        FINGERPRINT,
        List.of(
            new ModelPlan.Invalid(
                path,
                "Orders",
                List.of(
                    Diagnostic.error(
                        "unknown-reference",
                        path,
                        at(112, 23),
                        "The formula of `Revenue` refers to `[Net Amuont]`, and `Orders` has no such"
                            + " column.",
                        "Did you mean `[Net Amount]`?"),
                    Diagnostic.error(
                        "duplicate-id",
                        path,
                        at(140, 15),
                        "Two columns of `Orders` have the id `col-revenue`.",
                        "Give the second one an id of its own; the first is at line 110."),
                    Diagnostic.warning(
                            "unknown-field",
                            path,
                            at(12, 7),
                            "`visableAsSource` is not a field of a table that this version knows.",
                            "Did you mean `visibleAsSource`? Unknown fields are passed through as"
                                + " they are.")
                        .asKnown())),
            new ModelPlan.Conflict(
                new RepositoryPath("data-models/stores.yml"),
                "Stores",
                ModelPlan.Cause.AMBIGUOUS,
                "Two live models in the folder are called `Stores`. Name the right one under"
                    + " `models` in `sigma-dm.yml`, or rename one of them in Sigma.",
                List.of(
                    new LiveEntry(
                        new DataModelId("5f0d8c6e-1111-4c1e-9d55-2c7c2f4c9a01"),
                        "Stores",
                        Optional.of("https://app.sigmacomputing.com/acme/data-model/Stores-1"),
                        4),
                    new LiveEntry(
                        new DataModelId("5f0d8c6e-2222-4c1e-9d55-2c7c2f4c9a01"),
                        "Stores",
                        Optional.of("https://app.sigmacomputing.com/acme/data-model/Stores-2"),
                        19)),
                List.of()),
            quiet("products"),
            quiet("returns")),
        List.of());
  }

  static Plan offline() {
    return new Plan(
        PROD,
        HEAD,
        Optional.of(BASE),
        Optional.empty(),
        List.of(orders(Optional.empty())),
        List.of(
            "Compared with the base commit only: this pull request comes from a fork, so there are"
                + " no credentials. What is live, drift and affected workbooks have not been looked"
                + " at."));
  }

  static Plan unchanged() {
    return plan(quiet("orders"), quiet("products"), quiet("returns"));
  }

  static Plan validated() {
    RepositoryPath path = new RepositoryPath("data-models/base.yml");
    Plan invalid = invalid();
    List<ModelPlan> models = new ArrayList<>(invalid.models());
    models.removeIf(ModelPlan.Conflict.class::isInstance);
    models.add(
        new ModelPlan.Unchanged(
            path,
            "Base",
            new Target.Base(),
            IdMap.EMPTY,
            List.of(),
            List.of(
                Diagnostic.warning(
                    "slash-in-name",
                    path,
                    at(31, 13),
                    "Formulas cannot refer to the column `Net/Gross`, because of the `/` in its name.",
                    "Write `Net Gross`."))));
    return new Plan(Optional.empty(), HEAD, Optional.empty(), Optional.empty(), models, List.of());
  }

  static Plan drift() {
    return new Plan(
        PROD,
        HEAD,
        Optional.empty(),
        FINGERPRINT,
        List.of(
            new ModelPlan.Update(
                new RepositoryPath("data-models/orders.json"),
                "Orders",
                new Target.Live(live()),
                live().content(),
                SigmaAdditions.NONE,
                true,
                FileChange.NONE,
                IdMap.EMPTY,
                List.of(),
                List.of(),
                List.of(
                        change(Thing.COLUMN, What.ADDED, ChangeSeverity.SAFE, "Orders", "Scratch")
                            .after("[Amount] * 2"),
                        change(
                                Thing.COLUMN,
                                What.CHANGED,
                                ChangeSeverity.NOTICE,
                                "Orders",
                                "Revenue")
                            .property("formula")
                            .before("[Amount]")
                            .after("[Amount] * 1.1"))
                    .stream()
                    .map(draft -> drift(draft.done()))
                    .toList(),
                List.of(),
                List.of()),
            quiet("products")),
        List.of());
  }

  static Report deployed() {
    Plan plan =
        new Plan(
            PROD,
            HEAD,
            Optional.of(BASE),
            FINGERPRINT,
            List.of(customers(), orders(Optional.of(live())), quiet("products")),
            List.of(
                "This plan is not the one that was reviewed: `Orders` was changed in between."));
    return new Report(
        plan,
        List.of(
            deployed(plan.models().get(0), "customers", 1, List.of()),
            deployed(
                plan.models().get(1),
                "orders",
                8,
                List.of("The version tag `production` was moved to version 8.")),
            new Outcome.Unchanged(plan.models().get(2))));
  }

  static Report partial() {
    Plan plan = update();
    return new Report(
        plan,
        List.of(
            deployed(model(plan, "customers"), "customers", 1, List.of()),
            new Outcome.RolledBack(
                model(plan, "orders"),
                List.of(
                    "The column `Revenue` of `Orders` is in error: unknown column `Net Amount`.",
                    "The column `Region` of `Orders` came back hidden.")),
            new Outcome.Conflict(
                model(plan, "stores"),
                "The model was at version 4 when it was planned and is at version 5 now. Nothing"
                    + " was written. Run the deploy again to plan against what is live."),
            new Outcome.Failed(
                model(plan, "payroll"),
                "Sigma answered 400: dependency not found (element `el-x`). Nothing was written.",
                false),
            new Outcome.Skipped(
                model(plan, "targets"), "It depends on `data-models/orders.json`, which failed.")));
  }

  private static ModelPlan model(Plan plan, String name) {
    return plan.models().stream()
        .filter(model -> model.path().value().contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome deployed(ModelPlan plan, String name, long version, List<String> remarks) {
    return new Outcome.Deployed(
        plan,
        new DataModelId("0d1f0c4e-aaaa-4c1e-9d55-" + version),
        Optional.of("https://app.sigmacomputing.com/acme/data-model/" + name),
        version,
        IdMap.EMPTY,
        remarks);
  }

  static ModelPlan customers() {
    List<Change> changes = new ArrayList<>();
    changes.add(
        change(Thing.ELEMENT, What.ADDED, ChangeSeverity.SAFE, "Customers", "Customers").done());
    for (String column :
        List.of("Customer Key", "First Name", "Last Name", "E-Mail", "City", "Country", "Joined")) {
      changes.add(
          change(Thing.COLUMN, What.ADDED, ChangeSeverity.SAFE, "Customers", column)
              .after("[CUSTOMERS/" + column + "]")
              .done());
    }
    changes.add(
        change(Thing.METRIC, What.ADDED, ChangeSeverity.SAFE, "Customers", "Customer Count")
            .after("CountDistinct([Customer Key])")
            .done());
    changes.add(
        change(Thing.SECURITY, What.ADDED, ChangeSeverity.SAFE, "Customers", "Personal data")
            .done());
    return new ModelPlan.Create(
        new RepositoryPath("data-models/customers.json"),
        "Customers",
        Optional.of(new FolderId("b7d9e1c4-20f3-4c58-8a6e-93d2f4a1c705")),
        Specs.model(
            """
            {'name':'Customers','pages':[{'id':'p','name':'Page 1','elements':[
              {'id':'c','kind':'table','name':'Customers','source':{'kind':'warehouse-table',
                'connectionId':'x','path':['SHOP','CRM','CUSTOMERS']},'columns':[],
                'relationships':[{'id':'r','targetElementId':'g','name':'Lives in','keys':[]}]},
              {'id':'g','kind':'table','name':'Countries','source':{'kind':'warehouse-table',
                'connectionId':'x','path':['SHOP','GEO','COUNTRIES']},'columns':[]}]}]}
            """),
        List.of(),
        changes,
        List.of());
  }

  static LiveModel live() {
    return new LiveModel(
        new DataModelId("0983d911-5a37-4c1e-9d55-2c7c2f4c9a01"),
        "Orders",
        new FolderId("b7d9e1c4-20f3-4c58-8a6e-93d2f4a1c705"),
        Optional.empty(),
        Optional.of("https://app.sigmacomputing.com/acme/data-model/Orders-4xYz"),
        7,
        ordersModel(false));
  }

  /// Orders joined with stores, dimensions by relationship; some of it differs with the plan.
  private static DataModel ordersModel(boolean planned) {
    String returns =
        planned
            ? """
            ,{'id':'ret','kind':'table','name':'Returns','source':{'kind':'sql',
              'connectionId':'x','statement':'select 1'},'columns':[],'relationships':[
              {'id':'r9','targetElementId':'o','name':'Order','keys':[]}]}
            """
            : """
            ,{'id':'old','kind':'table','name':'Legacy Orders','source':{'kind':'table',
              'elementId':'o'},'columns':[]}
            """;
    return Specs.model(
        """
        {'name':'Orders','pages':[{'id':'p','name':'Facts','elements':[
          {'id':'o','kind':'table','name':'Orders','source':{'kind':'join','joins':[
             {'left':{'kind':'warehouse-table','connectionId':'x','path':['SHOP','SALES','ORDERS']},
              'right':{'kind':'warehouse-table','connectionId':'x','path':['SHOP','SALES','STORES']},
              'columns':[]}]},'columns':[],'relationships':[
             {'id':'r1','targetElementId':'c','name':'Customer','keys':[]},
             {'id':'r2','targetElementId':'d','name':'Order Date','keys':[]}]},
          {'id':'c','kind':'table','name':'Customers','source':{'kind':'data-model',
             'dataModelId':'m','elementId':'e'},'columns':[]},
          {'id':'d','kind':'table','name':'Calendar','source':{'kind':'warehouse-table',
             'connectionId':'x','path':['SHOP','GEN','CALENDAR']},'columns':[]},
          {'id':'m','kind':'table','name':'Monthly','source':{'kind':'table','elementId':'o'},
             'columns':[]},
          {'id':'k','kind':'control','controlId':'region','controlType':'list','name':'Region',
             'filters':[{'source':{'kind':'table','elementId':'o'},'columnId':'c1'}]}
        """
            + returns
            + "]}]}");
  }

  static ModelPlan orders(Optional<LiveModel> live) {
    List<Change> changes =
        new ArrayList<>(
            List.of(
                change(Thing.COLUMN, What.ADDED, ChangeSeverity.SAFE, "Orders", "Net Amount")
                    .after("[Amount] - [Discount]")
                    .done(),
                change(Thing.COLUMN, What.CHANGED, ChangeSeverity.NOTICE, "Orders", "Revenue")
                    .property("formula")
                    .before("Sum([Amount])")
                    .after("Sum([Net Amount])")
                    .done(),
                change(Thing.COLUMN, What.REMOVED, ChangeSeverity.BREAKING, "Orders", "Order Id")
                    .before("[ORDERS/Order Id]")
                    .done(),
                change(Thing.COLUMN, What.RENAMED, ChangeSeverity.BREAKING, "Orders", "Region")
                    .before("Region")
                    .after("Sales Region")
                    .done(),
                change(Thing.COLUMN, What.CHANGED, ChangeSeverity.SAFE, "Orders", "Amount")
                    .property("format.formatString")
                    .before(",.0f")
                    .after("$,.2f")
                    .done(),
                change(Thing.FILTER, What.CHANGED, ChangeSeverity.NOTICE, "Orders", "Status")
                    .property("values")
                    .before("[\"open\", \"paid\"]")
                    .after("[\"open\", \"paid\", \"sent\"]")
                    .done(),
                change(
                        Thing.SECURITY,
                        What.REMOVED,
                        ChangeSeverity.SECURITY,
                        "Orders",
                        "Margin only for finance")
                    .before("specific-users-and-teams on Margin, Unit Cost")
                    .done(),
                change(
                        Thing.SECURITY,
                        What.REMOVED,
                        ChangeSeverity.SECURITY,
                        "Orders",
                        "Own region only")
                    .before("CurrentUserAttributeText(\"region\") = [Region]")
                    .done(),
                change(Thing.ELEMENT, What.ADDED, ChangeSeverity.SAFE, "Returns", "Returns").done(),
                change(Thing.SOURCE, What.CHANGED, ChangeSeverity.NOTICE, "Monthly", "Monthly")
                    .property("source.statement")
                    .before(SQL)
                    .after(SQL.replace("o.status = 'paid'", "o.status in ('paid', 'sent')"))
                    .done(),
                new Change(
                    Thing.MODEL,
                    What.CHANGED,
                    ChangeSeverity.SAFE,
                    Optional.empty(),
                    Optional.empty(),
                    "Orders",
                    Optional.of("description"),
                    Optional.of("Orders."),
                    Optional.of("Orders, one row per order line."))));
    for (String column : List.of("Return Id", "Reason", "Returned At", "Refund", "Clerk")) {
      changes.add(
          change(Thing.COLUMN, What.ADDED, ChangeSeverity.SAFE, "Returns", column)
              .after("[Custom SQL/" + column + "]")
              .done());
    }
    RepositoryPath path = new RepositoryPath("data-models/orders.json");
    return new ModelPlan.Update(
        path,
        "Orders",
        live.<Target>map(Target.Live::new).orElseGet(Target.Base::new),
        ordersModel(true),
        SigmaAdditions.NONE,
        true,
        FileChange.NONE,
        IdMap.EMPTY,
        List.of(),
        changes,
        live.isEmpty()
            ? List.of()
            : List.of(
                drift(
                    change(
                            Thing.METRIC,
                            What.ADDED,
                            ChangeSeverity.SAFE,
                            "Orders",
                            "Average basket")
                        .after("Avg([Amount])")
                        .done())),
        live.isEmpty()
            ? List.of()
            : List.of(
                new Impact(
                    "Weekly sales",
                    Optional.of("https://app.sigmacomputing.com/acme/workbook/weekly"),
                    "uses `Order Id` of `Orders`"),
                new Impact("Board pack", Optional.empty(), "uses `Orders`")),
        List.of(
            Diagnostic.warning(
                "base-rows",
                path,
                at(201, 9),
                "`Monthly` reads `Orders` without a grouping, so it has one row per order line.",
                "Name the grouping in `groupingId` if the grouped rows are meant.")));
  }

  private static final String SQL =
      """
      select
        date_trunc('month', o.ordered_at) as month,
        o.store_key,
        sum(o.amount) as amount,
        count(*) as orders
      from shop.sales.orders o
      join shop.sales.stores s
        on s.store_key = o.store_key
      where o.status = 'paid'
        and s.closed_at is null
      group by 1, 2
      order by 1, 2
      """;

  private static ModelPlan stores() {
    return new ModelPlan.Update(
        new RepositoryPath("data-models/stores.yml"),
        "Stores | Shops",
        new Target.Live(live()),
        live().content(),
        SigmaAdditions.NONE,
        false,
        new FileChange(Optional.of("Stores | Shops"), Optional.empty(), Optional.empty()),
        IdMap.EMPTY,
        List.of(),
        List.of(
            new Change(
                Thing.MODEL,
                What.RENAMED,
                ChangeSeverity.NOTICE,
                Optional.empty(),
                Optional.empty(),
                "Stores",
                Optional.empty(),
                Optional.of("Stores"),
                Optional.of("Stores | Shops"))),
        List.of(),
        List.of(),
        List.of());
  }

  private static ModelPlan payroll() {
    return new ModelPlan.Delete(
        new RepositoryPath("data-models/hr/payroll.json"),
        "Payroll",
        Optional.of(live()),
        true,
        List.of());
  }

  private static ModelPlan renamed() {
    return new ModelPlan.Update(
        new RepositoryPath("data-models/sales/targets.json"),
        "Targets",
        new Target.Live(live()),
        live().content(),
        SigmaAdditions.NONE,
        true,
        FileChange.NONE,
        IdMap.EMPTY,
        List.of(new RepositoryPath("data-models/orders.json")),
        List.of(
            change(Thing.METRIC, What.ADDED, ChangeSeverity.SAFE, "Targets", "Attainment")
                .after("Sum([Revenue]) / Sum([Target])")
                .done()),
        List.of(),
        List.of(),
        List.of());
  }

  /// Both the file and somebody in Sigma were at the same model since the last deploy.
  static Plan collision() {
    Change inSigma =
        change(Thing.COLUMN, What.CHANGED, ChangeSeverity.NOTICE, "Orders", "Revenue")
            .property("formula")
            .before("Sum([Amount])")
            .after("Sum([Amount]) * 1.1")
            .done();
    Change inFile =
        change(Thing.COLUMN, What.CHANGED, ChangeSeverity.NOTICE, "Orders", "Revenue")
            .property("formula")
            .before("Sum([Amount])")
            .after("Sum([Net Amount])")
            .done();
    Change removed =
        change(Thing.COLUMN, What.REMOVED, ChangeSeverity.BREAKING, "Orders", "Region")
            .before("[ORDERS/Region]")
            .done();
    Change renamed =
        change(Thing.COLUMN, What.RENAMED, ChangeSeverity.BREAKING, "Orders", "Region")
            .after("Sales Region")
            .done();
    Change added =
        change(Thing.COLUMN, What.ADDED, ChangeSeverity.SAFE, "Orders", "Scratch")
            .after("[Amount] * 2")
            .done();
    Change kept =
        change(Thing.METRIC, What.ADDED, ChangeSeverity.SAFE, "Orders", "Average basket")
            .after("Avg([Amount])")
            .done();
    return plan(
        new ModelPlan.Update(
            new RepositoryPath("data-models/orders.json"),
            "Orders",
            new Target.Live(live()),
            live().content(),
            SigmaAdditions.NONE,
            true,
            FileChange.NONE,
            IdMap.EMPTY,
            List.of(),
            List.of(inFile, removed),
            List.of(
                new Drift(
                    inSigma,
                    Drift.Fate.OVERWRITTEN,
                    Optional.of(ChangeSeverity.NOTICE),
                    Optional.of(inFile)),
                new Drift(
                    renamed,
                    Drift.Fate.OVERWRITTEN,
                    Optional.of(ChangeSeverity.BREAKING),
                    Optional.of(removed)),
                drift(added),
                new Drift(kept, Drift.Fate.KEPT, Optional.empty(), Optional.empty())),
            List.of(),
            List.of()),
        quiet("products"));
  }

  /// A change made in Sigma that the plan undoes.
  private static Drift drift(Change change) {
    return new Drift(
        change,
        change.what() == What.ADDED ? Drift.Fate.DROPPED : Drift.Fate.OVERWRITTEN,
        Optional.of(ChangeSeverity.BREAKING),
        Optional.empty());
  }

  static ModelPlan quiet(String name) {
    return new ModelPlan.Unchanged(
        new RepositoryPath("data-models/" + name + ".json"),
        Character.toUpperCase(name.charAt(0)) + name.substring(1),
        new Target.Live(live()),
        IdMap.EMPTY,
        List.of(),
        List.of());
  }

  static Span at(int line, int column) {
    return Span.at(new Position(line, column));
  }

  static Draft change(
      Thing thing, What what, ChangeSeverity severity, String element, String subject) {
    return new Draft(
        new Change(
            thing,
            what,
            severity,
            Optional.of("Facts"),
            Optional.of(element),
            subject,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  /// A change in the making.
  record Draft(Change done) {

    Draft property(String property) {
      return with(Optional.of(property), done.before(), done.after());
    }

    Draft before(String before) {
      return with(done.property(), Optional.of(before), done.after());
    }

    Draft after(String after) {
      return with(done.property(), done.before(), Optional.of(after));
    }

    private Draft with(Optional<String> property, Optional<String> before, Optional<String> after) {
      return new Draft(
          new Change(
              done.thing(),
              done.what(),
              done.severity(),
              done.page(),
              done.element(),
              done.subject(),
              property,
              before,
              after));
    }
  }
}
