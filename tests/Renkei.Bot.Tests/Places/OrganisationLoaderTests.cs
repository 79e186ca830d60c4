using System.Text;
using Renkei.Bot.Files;
using Renkei.Bot.Places;
using Renkei.Domain;
using Renkei.Domain.Places;

namespace Renkei.Bot.Tests.Places;

public sealed class OrganisationLoaderTests : IDisposable
{
    private const string Heading =
        "団体コード,都道府県名（漢字）,市区町村名（漢字）,都道府県名（カナ）,市区町村名（カナ）,保健所コード,保健所名\n";
    private const string Aoba = "002020,ひかり県,あおば市,ﾋｶﾘｹﾝ,ｱｵﾊﾞｼ,tobu,東部保健所\n";

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void LoadSample_HikariPrefecture_HasThreeCentresAndNineMunicipalities()
    {
        Organisation sample = OrganisationLoader.LoadSample();

        Assert.Equal([new Prefecture("00", new("ひかり県", "Hikari"))], sample.Prefectures);
        Assert.Equal(
            [
                new HealthCentre("tobu", new("東部保健所", "Tobu Health Centre"), "00"),
                new HealthCentre("chubu", new("中部保健所", "Chubu Health Centre"), "00"),
                new HealthCentre("seibu", new("西部保健所", "Seibu Health Centre"), "00"),
            ],
            sample.Centres
        );
        Assert.Equal(["あおば市", "みなと町", "さくら村"], sample.MunicipalitiesOf("tobu").Select(m => m.Name.Ja));
        Assert.Equal(["ひかり市", "まつば町", "いずみ村"], sample.MunicipalitiesOf("chubu").Select(m => m.Name.Ja));
        Assert.Equal(["にしの市", "かわせ町", "みねの村"], sample.MunicipalitiesOf("seibu").Select(m => m.Name.Ja));
        Assert.Equal(
            new Municipality("002020", new("あおば市", "Aoba City"), "tobu"),
            sample.FindMunicipality("002020")
        );
        Assert.All(sample.Municipalities, m => Assert.True(MunicipalityCode.IsValid(m.Code)));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("shift_jis", false)]
    public void Load_Encoding_IsRecognised(string encoding, bool mark)
    {
        byte[] bytes = Bytes(Heading + Aoba, encoding);
        File.WriteAllBytes(path, mark ? [0xEF, 0xBB, 0xBF, .. bytes] : bytes);

        Municipality aoba = Assert.Single(OrganisationLoader.Load(path).Municipalities);

        Assert.Equal(new Municipality("002020", new("あおば市", "Aoba-shi"), "tobu"), aoba);
    }

    [Fact]
    public void Load_MinistrysHeadings_AreUnderstoodInAnyOrderAndWidth()
    {
        // Headings of the ministry's list hold line breaks; Excel writes CRLF.
        string csv =
            "保健所名,保健所コード,団体コード,\"都道府県名\r\n（漢字）\",\"市区町村名\n(漢字)\",備考\r\n"
            + "東部保健所,tobu,002020,ひかり県,あおば市,\"人口, 世帯\"\r\n";

        Municipality aoba = Assert.Single(Load(csv).Municipalities);

        Assert.Equal(new Municipality("002020", new("あおば市", "あおば市"), "tobu"), aoba);
    }

    [Fact]
    public void Load_RowsWithoutACentre_AreNotPartOfIt()
    {
        Organisation places = Load(
            Heading
                + "000001,ひかり県,,ﾋｶﾘｹﾝ,,,\n"
                + Aoba
                + "002011,ひかり県,ひかり市,,,,\n010006,北海道,,ﾎｯｶｲﾄﾞｳ,,,\n,,,,,,\n"
        );

        Assert.Equal(["あおば市"], places.Municipalities.Select(m => m.Name.Ja));
        Assert.Equal(["00"], places.Prefectures.Select(p => p.Code));
    }

    [Fact]
    public void Load_ZeroDroppedByExcel_IsPutBack()
    {
        Organisation places = Load(Heading + "11002,北海道,札幌市,ﾎｯｶｲﾄﾞｳ,ｻｯﾎﾟﾛｼ,sapporo,札幌保健所\n");

        Assert.Equal(new LocalText("札幌市", "Sapporo-shi"), places.FindMunicipality("011002")?.Name);
    }

    [Fact]
    public void Load_CentreNamedOnce_IsEnough()
    {
        Organisation places = Load(Heading + Aoba + "003018,ひかり県,みなと町,,,tobu,\n");

        Assert.Equal(["あおば市", "みなと町"], places.MunicipalitiesOf("tobu").Select(m => m.Name.Ja));
    }

    [Fact]
    public void Load_TwoPrefectures_AreInOrderOfTheirCodes()
    {
        Organisation places = Load(Heading + "131016,東京都,千代田区,,ﾁﾖﾀﾞｸ,chiyoda,千代田保健所\n" + Aoba);

        Assert.Equal(["ひかり県", "東京都"], places.Prefectures.Select(p => p.Name.Ja));
        Assert.Equal(["chiyoda", "tobu"], places.Centres.Select(c => c.Code));
    }

    [Theory]
    [InlineData("002021,ひかり県,あおば市,,,tobu,東部保健所", 3, "The check digit of 002021 is wrong.")]
    [InlineData("2020,ひかり県,あおば市,,,tobu,東部保健所", 3, "\"2020\" is not a code of six digits.")]
    [InlineData(",ひかり県,あおば市,,,tobu,東部保健所", 3, "\"\" is not a code of six digits.")]
    [InlineData(
        "131016,ひかり県,千代田区,,,tobu,東部保健所",
        3,
        "The code 131016 is one of 東京都, but the row says \"ひかり県\"."
    )]
    [InlineData("480002,ひかり県,あおば市,,,tobu,東部保健所", 3, "There is no prefecture 48.")]
    [InlineData(
        "003018,ひかり県,みなと町,,,東部,東部保健所",
        3,
        "The centre code \"東部\" must be 2 to 12 of a-z and 0-9."
    )]
    [InlineData(
        "003018,ひかり県,みなと町,,,Tobu,東部保健所",
        3,
        "The centre code \"Tobu\" must be 2 to 12 of a-z and 0-9."
    )]
    [InlineData("003018,ひかり県,みなと町,,,t,東部保健所", 3, "The centre code \"t\" must be 2 to 12 of a-z and 0-9.")]
    [InlineData("003018,ひかり県,みなと町,,,,東部保健所", 3, "The centre code \"\" must be 2 to 12 of a-z and 0-9.")]
    [InlineData("003018,ひかり県,みなと町,,,minami,", 3, "The centre minami has no name (保健所名).")]
    [InlineData("003018,ひかり県,みなと町,,,tobu,東保健所", 3, "The centre tobu has two names (東部保健所, 東保健所).")]
    [InlineData("131016,東京都,千代田区,,,tobu,東部保健所", 3, "The centre code tobu stands in two prefectures.")]
    [InlineData("002020,ひかり県,あおば市,,,tobu,東部保健所", 3, "The code 002020 stands twice (first for あおば市).")]
    [InlineData(
        "000001,ひかり県,,,,tobu,東部保健所",
        3,
        "A row without a municipality names a health centre; it belongs into the municipalities' rows."
    )]
    [InlineData("003018,ひか\"り県,みなと町,,,tobu,東部保健所", 3, "A quotation mark stands where none may.")]
    public void Load_FaultyRow_SaysWhereAndWhy(string row, int line, string reason)
    {
        FileFault fault = Faults(Heading + Aoba + row + "\n")[0];

        Assert.Equal((Path.GetFileName(path), line, reason), (fault.File, fault.Line, fault.Reason.En));
        Assert.NotEqual(fault.Reason.En, fault.Reason.Ja);
    }

    [Fact]
    public void Load_LineBreakInACell_CountsTheLinesOfTheFile()
    {
        string csv =
            "団体コード,都道府県名（漢字）,市区町村名（漢字）,備考,保健所コード,保健所名\n"
            + "002020,ひかり県,あおば市,\"一\n二\",tobu,東部保健所\n"
            + "003019,ひかり県,みなと町,\"三\n四\",tobu,東部保健所\n";

        Assert.Equal(4, Assert.Single(Faults(csv)).Line);
    }

    [Fact]
    public void Load_ManyFaults_ListsAll()
    {
        OrganisationException refused = Assert.Throws<OrganisationException>(() =>
            Load(
                Heading
                    + "002021,ひかり県,あおば市,,,tobu,東部保健所\n"
                    + Aoba
                    + "003018,ひかり県,みなと町,,,TOBU,東部保健所\n"
            )
        );

        Assert.Equal(
            $"""
            {Path.GetFileName(path)}:2: 団体コード 002021 の検査数字が合いません。 / The check digit of 002021 is wrong.
            {Path.GetFileName(
                path
            )}:4: 保健所コード「TOBU」は半角の小文字と数字、2字から12字です。 / The centre code "TOBU" must be 2 to 12 of a-z and 0-9.
            """,
            refused.Message
        );
    }

    [Fact]
    public void Load_ColumnsMissing_NamesEach() =>
        Assert.Equal(
            ["The column 保健所コード is missing.", "The column 保健所名 is missing."],
            Faults("団体コード,都道府県名（漢字）,市区町村名（漢字）\n002020,ひかり県,あおば市\n")
                .Select(f => f.Reason.En)
        );

    [Fact]
    public void Load_NoCentreAnywhere_SaysSo() =>
        Assert.Equal(
            "No row names a health centre; fill in 保健所コード and 保健所名.",
            Assert.Single(Faults(Heading + "002020,ひかり県,あおば市,,,,\n")).Reason.En
        );

    [Fact]
    public void Load_EmptyFile_SaysSo() => Assert.Equal("The file is empty.", Assert.Single(Faults("")).Reason.En);

    [Fact]
    public void Load_NoSuchFile_Throws() =>
        Assert.Throws<FileNotFoundException>(() => OrganisationLoader.Load($"{path}.missing"));

    [Theory]
    [InlineData("みなと町", "ﾐﾅﾄﾏﾁ", "Minato-machi")]
    [InlineData("まつば町", "マツバチョウ", "Matsuba-cho")]
    [InlineData("いずみ村", "ｲｽﾞﾐﾑﾗ", "Izumi-mura")]
    [InlineData("読谷村", "ﾖﾐﾀﾝｿﾝ", "Yomitan-son")]
    [InlineData("大分市", "ｵｵｲﾀｼ", "Oita-shi")]
    [InlineData("京都市", "ｷｮｳﾄｼ", "Kyoto-shi")]
    [InlineData("新宿区", "ｼﾝｼﾞｭｸｸ", "Shinjuku-ku")]
    [InlineData("八街市", "ﾔﾁﾏﾀｼ", "Yachimata-shi")]
    [InlineData("鳥取市", "ﾄｯﾄﾘｼ", "Tottori-shi")]
    [InlineData("新発田市", "ｼﾊﾞﾀｼ", "Shibata-shi")]
    [InlineData("四日市市", "ﾖｯｶｲﾁｼ", "Yokkaichi-shi")]
    [InlineData("八丁市", "ハッチョウシ", "Hatcho-shi")]
    [InlineData("あおば市", "", "あおば市")]
    [InlineData("あおば市", "Aoba", "あおば市")]
    public void Load_NoEnglishName_IsSpelledFromTheKana(string name, string kana, string expected) =>
        Assert.Equal(
            expected,
            Assert.Single(Load($"{Heading}002020,ひかり県,{name},,{kana},tobu,東部保健所\n").Municipalities).Name.En
        );

    private IReadOnlyList<FileFault> Faults(string csv) => Assert.Throws<OrganisationException>(() => Load(csv)).Faults;

    private Organisation Load(string csv)
    {
        File.WriteAllText(path, csv);
        return OrganisationLoader.Load(path);
    }

    private static byte[] Bytes(string text, string encoding) =>
        (encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!).GetBytes(
            text
        );
}
