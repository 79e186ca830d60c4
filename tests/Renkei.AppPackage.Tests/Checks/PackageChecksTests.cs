using System.Text;
using Renkei.AppPackage.Checks;

namespace Renkei.AppPackage.Tests.Checks;

public sealed class PackageChecksTests
{
    private const string Manifest = "manifest.json";

    [Fact]
    public void Check_OwnPackage_HasNoFault() => Assert.Empty(PackageChecks.Check(SamplePackage.Build()));

    [Theory]
    [InlineData("manifestVersion", "\"1.24\"", "Must be 1.25.")]
    [InlineData("manifestVersion", null, "Must be 1.25.")]
    [InlineData(
        "$schema",
        "\"https://developer.microsoft.com/json-schemas/teams/v1.24/MicrosoftTeams.schema.json\"",
        "Must be https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json."
    )]
    [InlineData("version", "\"1.0\"", "Write three numbers, as in 1.0.0.")]
    [InlineData("version", "\"v1.0.0\"", "Write three numbers, as in 1.0.0.")]
    [InlineData("version", "\"1.0.0.0\"", "Write three numbers, as in 1.0.0.")]
    [InlineData("version", "\"1.01.0\"", "Write three numbers, as in 1.0.0.")]
    [InlineData("version", "\"1.0.0\\n\"", "Write three numbers, as in 1.0.0.")]
    [InlineData("version", "\"１.０.０\"", "Write three numbers, as in 1.0.0.")]
    [InlineData("id", null, "The app's id is missing.")]
    [InlineData(
        "id",
        "\"00000000-0000-0000-0000-000000000000\"",
        "\"00000000-0000-0000-0000-000000000000\" is not a usable GUID."
    )]
    [InlineData(
        "id",
        "\"{5d1cbb57-6e3f-4b3b-9b0c-0a4cf3b4a001}\"",
        "\"{5d1cbb57-6e3f-4b3b-9b0c-0a4cf3b4a001}\" is not a usable GUID."
    )]
    [InlineData("bots[0].botId", "\"renkei\"", "\"renkei\" is not a usable GUID.")]
    [InlineData(
        "developer.privacyUrl",
        "\"http://www.example.jp/\"",
        "\"http://www.example.jp/\" must be an address that starts with https://."
    )]
    [InlineData("developer.websiteUrl", "\"/renkei\"", "\"/renkei\" must be an address that starts with https://.")]
    [InlineData("developer.termsOfUseUrl", null, "\"\" must be an address that starts with https://.")]
    [InlineData(
        "developer.websiteUrl",
        "\"https://192.0.2.1/\"",
        "\"https://192.0.2.1/\" must be an address that starts with https://."
    )]
    [InlineData(
        "developer.websiteUrl",
        "\"https://me@www.example.jp/\"",
        "\"https://me@www.example.jp/\" must be an address that starts with https://."
    )]
    [InlineData("developer.name", "\" \"", "Is empty.")]
    [InlineData("developer.name", "\"123456789012345678901234567890123\"", "Has 33 characters; 32 are allowed.")]
    [InlineData("name.short", "\"1234567890123456789012345678901\"", "Has 31 characters; 30 are allowed.")]
    [InlineData("description.full", "\"\"", "Is empty.")]
    [InlineData("accentColor", "\"teal\"", "Write # and six hexadecimal digits, as in #0B5E6B.")]
    [InlineData("accentColor", "\"#0B5E6B00\"", "Write # and six hexadecimal digits, as in #0B5E6B.")]
    [InlineData(
        "localizationInfo.defaultLanguageTag",
        "\"jp-JP\"",
        "\"jp-JP\" is no language tag (Japanese is ja, English is en)."
    )]
    [InlineData(
        "localizationInfo.defaultLanguageTag",
        "\"ja_JP\"",
        "\"ja_JP\" is no language tag (Japanese is ja, English is en)."
    )]
    [InlineData(
        "localizationInfo.additionalLanguages[0].languageTag",
        "\"en-UK\"",
        "\"en-UK\" is no language tag (Japanese is ja, English is en)."
    )]
    [InlineData(
        "localizationInfo.additionalLanguages[0].languageTag",
        "\"english\"",
        "\"english\" is no language tag (Japanese is ja, English is en)."
    )]
    [InlineData("localizationInfo.additionalLanguages[0].languageTag", "\"ja\"", "\"ja\" stands twice.")]
    [InlineData(
        "localizationInfo.additionalLanguages[0].file",
        "\"EN.json\"",
        "\"EN.json\" is missing (upper and lower case count)."
    )]
    [InlineData("icons.color", "\"Color.png\"", "\"Color.png\" is missing (upper and lower case count).")]
    [InlineData("icons.outline", null, "The icon is missing.")]
    [InlineData("icons.color", "\"en.json\"", "Not a usable PNG: it is not a PNG file.", "en.json")]
    [InlineData("bots[0].commandLists[1].scopes[1]", "\"copilot\"", "bots[0].scopes lacks \"copilot\".")]
    [InlineData("bots[0].commandLists[1].scopes[1]", "\"personal\"", "\"personal\" has two lists.")]
    [InlineData(
        "bots[0].commandLists[1].commands[1].title",
        "\"段階チェック\"",
        "\"段階チェック\" stands twice.",
        "manifest.json bots[0].commandLists[1]"
    )]
    [InlineData(
        "validDomains[0]",
        "\"https://renkei.example.jp\"",
        "\"https://renkei.example.jp\" must be a host name of your own, without https:// or a path."
    )]
    [InlineData(
        "validDomains[0]",
        "\"renkei.example.jp/api\"",
        "\"renkei.example.jp/api\" must be a host name of your own, without https:// or a path."
    )]
    [InlineData(
        "validDomains[0]",
        "\"localhost\"",
        "\"localhost\" must be a host name of your own, without https:// or a path."
    )]
    [InlineData(
        "validDomains[0]",
        "\"*.azurewebsites.net\"",
        "\"*.azurewebsites.net\" must be a host name of your own, without https:// or a path."
    )]
    [InlineData(
        "validDomains",
        "[\"a.jp\",\"b.jp\",\"c.jp\",\"d.jp\",\"e.jp\",\"f.jp\",\"g.jp\",\"h.jp\",\"i.jp\",\"j.jp\",\"k.jp\",\"l.jp\",\"m.jp\",\"n.jp\",\"o.jp\",\"p.jp\",\"q.jp\"]",
        "At most 16 are allowed."
    )]
    public void Check_OneThingWrongInManifest_IsTheOneFault(
        string path,
        string? json,
        string reason,
        string? where = null
    )
    {
        Fault fault = Assert.Single(PackageChecks.Check(SamplePackage.With(Manifest, path, json)));
        Assert.Equal((where ?? $"{Manifest} {path}", reason), (fault.Where, fault.En));
        Assert.NotEqual("", fault.Ja);
    }

    [Theory]
    [InlineData("validDomains[0]", "\"renkei-hikari.azurewebsites.net\"")]
    [InlineData("validDomains[0]", "\"*.example.jp\"")]
    [InlineData("localizationInfo.additionalLanguages[0].languageTag", "\"en-GB\"")]
    [InlineData("localizationInfo.additionalLanguages[0].languageTag", "\"zh-Hant\"")]
    [InlineData("name.short", "\"123456789012345678901234567890\"")]
    [InlineData("version", "\"10.0.20\"")]
    public void Check_UnusualButGood_HasNoFault(string path, string json) =>
        Assert.Empty(PackageChecks.Check(SamplePackage.With(Manifest, path, json)));

    [Theory]
    [InlineData("bots[0].commandLists[0].commands[4].title", null, "Is not translated.")]
    [InlineData("bots[0].commandLists[1].commands[9].title", "\"Summary\"", "manifest.json has no such text.")]
    [InlineData("staticTabs[0].name", "\"Themes\"", "manifest.json has no such text.")]
    [InlineData("developer.name", "\"Hikari\"", "manifest.json has no such text.")]
    [InlineData("name.short", "\"1234567890123456789012345678901\"", "Has 31 characters; 30 are allowed.")]
    [InlineData("bots[0].commandLists[0].commands[4].description", "\"\"", "Is empty.")]
    [InlineData(
        "bots[0].commandLists[0].commands[4].description",
        "\"<<help>>\"",
        "\"<<help>>\" has not been filled in."
    )]
    public void Check_OneThingWrongInEnglish_IsTheOneFault(string key, string? json, string reason)
    {
        Fault fault = Assert.Single(PackageChecks.Check(SamplePackage.With("en.json", key, json)));
        Assert.Equal(($"en.json {key}", reason), (fault.Where, fault.En));
    }

    [Theory]
    [InlineData("name", "Renkei 連携")]
    [InlineData("description", "Whom to meet, what to agree, what comes next: cooperation, step by step.")]
    public void Check_ShortAndFullAreTheSame_IsTheOneFault(string property, string text)
    {
        TeamsPackage package = SamplePackage.With("en.json", $"{property}.full", $"\"{text}\"");
        Fault fault = Assert.Single(PackageChecks.Check(package));
        Assert.Equal(($"en.json {property}", "The short and the full text must differ."), (fault.Where, fault.En));
    }

    [Fact]
    public void Check_TextOfFourThousandAndOne_IsTooLong()
    {
        string text = new('あ', 4001);
        TeamsPackage package = SamplePackage.With(Manifest, "description.full", $"\"{text}\"");
        Assert.Equal("Has 4001 characters; 4000 are allowed.", Assert.Single(PackageChecks.Check(package)).En);
    }

    [Fact]
    public void Check_ThirteenCommands_AreTooMany()
    {
        string commands = string.Join(
            ',',
            Enumerable.Range(1, 13).Select(n => $$"""{"title":"c{{n}}","description":"d"}""")
        );
        TeamsPackage package = SamplePackage.With(Manifest, "bots[0].commandLists[0].commands", $"[{commands}]");
        Assert.Contains(
            PackageChecks.Check(package),
            fault => fault is { Where: "manifest.json bots[0].commandLists[0]", En: "At most 12 commands are allowed." }
        );
    }

    [Fact]
    public void Check_FourCommandLists_AreTooMany()
    {
        string lists = string.Join(
            ',',
            Enumerable.Range(1, 4).Select(n => $$"""{"scopes":[],"commands":[{"title":"c{{n}}","description":"d"}]}""")
        );
        TeamsPackage package = SamplePackage.With(Manifest, "bots[0].commandLists", $"[{lists}]");
        Assert.Contains(PackageChecks.Check(package), fault => fault.En == "At most 3 lists are allowed.");
    }

    [Fact]
    public void Check_PlaceholderWithoutValue_IsTheOneFault()
    {
        PackageSettings settings = SamplePackage.Settings with { DeveloperName = "${{DEVELOPER}}" };
        Fault fault = Assert.Single(PackageChecks.Check(SamplePackage.Build(settings)));
        Assert.Equal("\"${{DEVELOPER}}\" has not been filled in.", fault.En);
    }

    [Fact]
    public void Check_LanguageFileWithByteOrderMark_IsTheOneFault()
    {
        TeamsPackage package = SamplePackage.WithFile("en.json", bytes => [0xEF, 0xBB, 0xBF, .. bytes]);
        Fault fault = Assert.Single(PackageChecks.Check(package));
        Assert.Equal(
            ("en.json", "Starts with a byte order mark: save it as UTF-8 without one."),
            (fault.Where, fault.En)
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"id":"a","id":"b"}""")]
    [InlineData("// comment")]
    public void Check_ManifestThatIsNotGoodJson_IsTheOneFault(string text)
    {
        TeamsPackage package = SamplePackage.WithFile(Manifest, _ => Encoding.UTF8.GetBytes(text));
        Fault fault = Assert.Single(PackageChecks.Check(package));
        Assert.StartsWith("Not readable as JSON", fault.En, StringComparison.Ordinal);
    }
}
