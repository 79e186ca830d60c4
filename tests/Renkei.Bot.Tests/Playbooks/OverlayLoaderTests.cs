using Renkei.Bot.Files;
using Renkei.Bot.Places;
using Renkei.Bot.Playbooks;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;

namespace Renkei.Bot.Tests.Playbooks;

public sealed class OverlayLoaderTests : IDisposable
{
    private const string Hikari = """
        # ひかり県
        for: {prefecture: "00"}
        hide:
          - item: 16
            reason: 県の会議でまとめて行うため
        reword:
          - item: 8
            ja: 誰を呼ぶか、圏域の世話人と決めている
            en: We decide with the area's conveners whom to invite
        add:
          - name: kodomo
            label: ひかり-1
            group: 4
            after: 9
            ja: 子どもの支援にあたる人も場に招いている
            en: Those who support children are invited too
            examples:
              - {ja: 学校の養護教諭に声をかける, en: Invite school nurses}
            nextStep: {ja: 子どもの支援者の参加, en: invite those who support children}
        """;

    private static readonly Playbook National = PlaybookLoader.LoadNational();
    private static readonly Organisation Places = OrganisationLoader.LoadSample();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("renkei-overlay");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Load_PrefectureFile_ChangesTheWalkOfItsCentres()
    {
        Playbook tobu = Load(("hikari.yaml", Hikari)).For("tobu");

        Assert.Equal(35, tobu.Items.Count);
        Assert.Null(tobu.Find("16"));
        Assert.Equal([new HiddenItem(ItemId.National(16), "県の会議でまとめて行うため")], tobu.Hidden);
        Assert.Equal("誰を呼ぶか、圏域の世話人と決めている", tobu.Find("08")?.Text.Ja);
        Assert.Equal(["08", "09", "x-kodomo", "10"], tobu.Groups[3].Items.Select(i => i.Id.Key));
        PlaybookItem added = tobu.Find("x-kodomo")!;
        Assert.Equal("ひかり-1", added.Source);
        Assert.Equal("Those who support children are invited too", added.Text.En);
        Assert.Equal("学校の養護教諭に声をかける", Assert.Single(added.Examples).Ja);
        Assert.Equal("子どもの支援者の参加", added.NextStep.Ja);
    }

    [Fact]
    public void Load_CentreFile_ChangesThatCentreOnTopOfItsPrefecture()
    {
        PlaybookSet set = Load(
            (
                "a-tobu.yml",
                """
                for: {centre: tobu}
                hide:
                  - {item: kodomo, reason: 東部では教育委員会の会議で行うため}
                """
            ),
            ("hikari.yaml", Hikari)
        );

        Assert.Null(set.For("tobu").Find("x-kodomo"));
        Assert.Equal(["16", "x-kodomo"], set.For("tobu").Hidden.Select(h => h.Id.Key));
        Assert.NotNull(set.For("chubu").Find("x-kodomo"));
        Assert.NotNull(set.National.Find("16"));
    }

    [Fact]
    public void Load_ExampleOfTheGuide_IsGood()
    {
        string guide = File.ReadAllText(Path.Combine(Repository(), "docs", "playbook.md"));
        string example = guide
            .Split("```yaml\n")[1]
            .Split("```")[0]
            .Replace("\"07\"", "\"00\"", StringComparison.Ordinal);

        Playbook tobu = Load(("guide.yaml", example)).For("tobu");

        Assert.Equal("ふくしま-1", tobu.Find("x-kodomo")?.Source);
        Assert.Null(tobu.Find("16"));
    }

    [Fact]
    public void LoadFolder_OtherFiles_ArePassedOver()
    {
        Write("hikari.yaml", Hikari);
        Write("README.md", "not: [yaml");

        PlaybookSet set = OverlayLoader.LoadFolder(folder.FullName, National, Places);

        Assert.Null(set.For("seibu").Find("16"));
    }

    [Fact]
    public void Load_NoFiles_IsTheNationalPlaybook() =>
        Assert.Equal(35, OverlayLoader.Load([], National, Places).For("tobu").Items.Count);

    [Theory]
    [InlineData("for: {centre: tobu}\nhide:\n  - item: 40\n    reason: なし", 3, 11, "There is no line 40.")]
    [InlineData("for: {centre: tobu}\nreword:\n  - {item: kodomo, ja: あ, en: A}", 3, 12, "There is no line kodomo.")]
    [InlineData("for: {centre: tobu}\nhide:\n  - item: 16", 3, 5, "\"reason\" is missing.")]
    [InlineData("for: {centre: tobu}\nhide:\n  - reason: なし", 3, 5, "\"item\" is missing.")]
    [InlineData(
        "for: {centre: tobu}\nhide:\n  - {item: 16, reason: なし}\n  - {item: 16, reason: なし}",
        4,
        12,
        "表1-16 is hidden twice."
    )]
    [InlineData(
        "for: {centre: tobu}\nhide:\n  - {item: 16, reason: なし}\nreword:\n  - {item: 16, ja: あ, en: A}",
        5,
        12,
        "表1-16 is hidden and cannot be reworded; keep one of the two."
    )]
    [InlineData(
        "for: {centre: tobu}\nreword:\n  - {item: 8, ja: あ, en: A}\n  - {item: 8, ja: い, en: B}",
        4,
        12,
        "表1-8 is reworded twice."
    )]
    [InlineData("for: {centre: tobu}\nreword:\n  - {item: 8, ja: あ}", 3, 5, "\"en\" is missing.")]
    [InlineData(
        "for: {centre: tobu}\nreword:\n  - item: 8\n    en: A\n    ja: あああああああああああああああああああああああああああああああああああああああああああああああ",
        5,
        9,
        "\"ja\" is too long: 47 characters, 45 at most."
    )]
    [InlineData("for: {centre: tobu}\nreword:\n  - {item: 8, ja: \"\", en: A}", 3, 19, "\"ja\" must be a text.")]
    [InlineData("for: {centre: kitabu}", 1, 15, "There is no health centre kitabu here.")]
    [InlineData("for: {prefecture: \"13\"}", 1, 19, "There is no prefecture 13 here.")]
    [InlineData("for: {}", 1, 6, "Name one prefecture or one centre.")]
    [InlineData("for: {prefecture: \"00\", centre: tobu}", 1, 33, "Name one prefecture or one centre.")]
    [InlineData("hide: []", 1, 1, "\"for\" is missing.")]
    [InlineData("for: tobu", 1, 6, "\"for\" must be a mapping of keys to values.")]
    [InlineData(
        "for: {centre: tobu}\nhidden: []",
        2,
        1,
        "There is no key \"hidden\"; the keys here are for, hide, reword, add."
    )]
    [InlineData(
        "for: {centre: tobu}\nhide:\n  - {item: 16, reson: なし, reason: なし}",
        3,
        16,
        "There is no key \"reson\"; the keys here are item, reason."
    )]
    [InlineData("for: {centre: tobu}\nhide: 16", 2, 7, "\"hide\" must be a list.")]
    [InlineData("for: {centre: tobu}\nhide: [16]", 2, 8, "Each entry of \"hide\" must be a mapping of keys to values.")]
    [InlineData("", 1, 1, "The file must hold one mapping of keys to values.")]
    [InlineData("- a", 1, 1, "The file must hold one mapping of keys to values.")]
    public void Load_OneFault_SaysWhereAndWhy(string yaml, int line, int column, string reason)
    {
        FileFault fault = Assert.Single(Faults(("tobu.yaml", yaml)));

        Assert.Equal(("tobu.yaml", line, column, reason), (fault.File, fault.Line, fault.Column, fault.Reason.En));
        Assert.NotEqual(fault.Reason.En, fault.Reason.Ja);
    }

    [Theory]
    [InlineData("name: Kodomo\n    label: ひかり-1\n    group: 4", 3, 11, "A name is made of a-z, 0-9 and -.")]
    [InlineData(
        "name: 36\n    label: ひかり-1\n    group: 4",
        3,
        11,
        "A name of digits only would look like a number of the table."
    )]
    [InlineData("name: kodomo\n    label: 表1-36\n    group: 4", 4, 12, "\"表1\" is kept for the national table.")]
    [InlineData("name: kodomo\n    label: ひかり-1\n    group: 13", 5, 12, "\"group\" must be a number from 1 to 12.")]
    [InlineData(
        "name: kodomo\n    label: ひかり-1\n    group: four",
        5,
        12,
        "\"group\" must be a number from 1 to 12."
    )]
    [InlineData(
        "name: kodomo\n    label: ひかり-1\n    group: 4\n    after: 11",
        6,
        12,
        "Role group 4 has no line 11."
    )]
    [InlineData("label: ひかり-1\n    group: 4", 3, 5, "\"name\" is missing.")]
    [InlineData("name: kodomo\n    group: 4", 3, 5, "\"label\" is missing.")]
    public void Load_FaultyAddedLine_SaysWhereAndWhy(string start, int line, int column, string reason)
    {
        string yaml =
            $"for: {{centre: tobu}}\nadd:\n  - {start}\n    ja: あ\n    en: A\n    nextStep: {{ja: い, en: b}}";

        FileFault fault = Assert.Single(Faults(("tobu.yaml", yaml)));

        Assert.Equal((line, column, reason), (fault.Line, fault.Column, fault.Reason.En));
    }

    [Fact]
    public void Load_NameOrLabelTwice_SaysWhichIsTaken()
    {
        string again = string.Join(
            '\n',
            Hikari.Split('\n').SkipWhile(l => !l.StartsWith("  - name", StringComparison.Ordinal))
        );

        Assert.Equal(
            [(20, 11, "The name \"kodomo\" is taken."), (30, 12, "The label \"ひかり-1\" is taken.")],
            Faults(
                    (
                        "hikari.yaml",
                        $"{Hikari}\n{again}\n{again.Replace("kodomo", "kodomo-2", StringComparison.Ordinal)}"
                    )
                )
                .Select(f => (f.Line, f.Column, f.Reason.En))
        );
    }

    [Fact]
    public void Load_CentreNamesALineItsPrefectureHides_SaysSo()
    {
        FileFault fault = Assert.Single(
            Faults(
                ("hikari.yaml", Hikari),
                ("tobu.yaml", "for: {centre: tobu}\nreword:\n  - {item: 16, ja: あ, en: A}")
            )
        );

        Assert.Equal(
            "tobu.yaml:3:12: 表1-16 は県のファイルで隠されています。 / 表1-16 is hidden by the prefecture's file.",
            fault.ToString()
        );
    }

    [Theory]
    [InlineData("for: {centre: tobu}\nhide:\n  - item: [16\n    reason: x", 4)]
    [InlineData("for: {centre: tobu}\nhide:\n - item: 16\n  reason: x", 4)]
    [InlineData("for: {centre: tobu}\nhide:\n\t- item: 16", 3)]
    [InlineData("for: {centre: \"tobu}", 1)]
    [InlineData("for: *nobody", 1)]
    public void Load_NotYaml_SaysWhere(string yaml, int line)
    {
        FileFault fault = Assert.Single(Faults(("tobu.yaml", yaml)));

        Assert.Equal(("tobu.yaml", line), (fault.File, fault.Line));
        Assert.StartsWith("This is not YAML: ", fault.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SpoiltFile_IsRefusedOrRead()
    {
        // Characters that mean something in YAML, put over a good file 1000 times; the seed makes it repeatable.
        Random random = new(20261121);
        const string signs = "{}[]:-\"'#&*!|>%@,? \n\tあ0";
        int refused = 0;
        for (int i = 0; i < 1000; i++)
        {
            char[] yaml = Hikari.ToCharArray();
            for (int n = random.Next(1, 4); n > 0; n--)
            {
                yaml[random.Next(yaml.Length)] = signs[random.Next(signs.Length)];
            }
            using StringReader reader = new(new string(yaml));
            var file = OverlayFile.Read("hikari.yaml", reader, Places);
            if (file.Scope is not null)
            {
                file.Over(National).On(National);
            }
            refused += file.Faults.Count > 0 ? 1 : 0;
            Assert.All(file.Faults, f => Assert.InRange(f.Line, 1, Hikari.Length));
        }
        Assert.InRange(refused, 200, 999);
    }

    [Fact]
    public void Load_KeyTwice_SaysWhere()
    {
        FileFault fault = Assert.Single(Faults(("tobu.yaml", "for: {centre: tobu}\nhide: []\nhide: []")));

        Assert.Equal(3, fault.Line);
        Assert.StartsWith("This is not YAML:", fault.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TwoFilesForOnePlace_NamesTheFirst()
    {
        FileFault fault = Assert.Single(Faults(("a.yaml", "for: {centre: tobu}"), ("b.yaml", "for: {centre: tobu}")));

        Assert.Equal(("b.yaml", 1, 6), (fault.File, fault.Line, fault.Column));
        Assert.Equal("a.yaml already speaks for the same place; put both into one file.", fault.Reason.En);
    }

    [Fact]
    public void Load_ManyFaultsInManyFiles_ListsAllInOrder()
    {
        OverlayException refused = Assert.Throws<OverlayException>(() =>
            Load(
                (
                    "hikari.yaml",
                    "for: {prefecture: \"00\"}\nreword:\n  - {item: 36, ja: あ}\nhide:\n  - {item: 0, reason: い}"
                ),
                ("tobu.yaml", "for: {centre: tobu}\nhide: 1\nextra: 2")
            )
        );

        Assert.Equal(
            """
            hikari.yaml:3:5: 「en」がありません。 / "en" is missing.
            hikari.yaml:3:12: 取り組み 36 はありません。 / There is no line 36.
            hikari.yaml:5:12: 取り組み 0 はありません。 / There is no line 0.
            tobu.yaml:2:7: 「hide」は「- 」で始まる並びです。 / "hide" must be a list.
            tobu.yaml:3:1: 「extra」という項目はありません。使えるのは for、hide、reword、add です。 / There is no key "extra"; the keys here are for, hide, reword, add.
            """,
            refused.Message
        );
    }

    private static string Repository()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Directory.Build.props")))
        {
            at = at.Parent;
        }
        return at?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    private IReadOnlyList<FileFault> Faults(params (string Name, string Yaml)[] files) =>
        Assert.Throws<OverlayException>(() => Load(files)).Faults;

    private PlaybookSet Load(params (string Name, string Yaml)[] files) =>
        OverlayLoader.Load([.. files.Select(f => Write(f.Name, f.Yaml))], National, Places);

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
