namespace Renkei.Domain.Places;

/// <summary>Japan's 47 prefectures by JIS X 0401, and the sample prefecture.</summary>
public static class Prefectures
{
    /// <summary>ひかり県, code 00: a prefecture that does not exist, for trying and teaching.</summary>
    public static Prefecture Sample { get; } = new("00", new("ひかり県", "Hikari"));

    /// <summary>01 北海道 to 47 沖縄県, in order of their codes; without the sample.</summary>
    public static IReadOnlyList<Prefecture> All { get; } =
    [
        new("01", new("北海道", "Hokkaido")),
        new("02", new("青森県", "Aomori")),
        new("03", new("岩手県", "Iwate")),
        new("04", new("宮城県", "Miyagi")),
        new("05", new("秋田県", "Akita")),
        new("06", new("山形県", "Yamagata")),
        new("07", new("福島県", "Fukushima")),
        new("08", new("茨城県", "Ibaraki")),
        new("09", new("栃木県", "Tochigi")),
        new("10", new("群馬県", "Gunma")),
        new("11", new("埼玉県", "Saitama")),
        new("12", new("千葉県", "Chiba")),
        new("13", new("東京都", "Tokyo")),
        new("14", new("神奈川県", "Kanagawa")),
        new("15", new("新潟県", "Niigata")),
        new("16", new("富山県", "Toyama")),
        new("17", new("石川県", "Ishikawa")),
        new("18", new("福井県", "Fukui")),
        new("19", new("山梨県", "Yamanashi")),
        new("20", new("長野県", "Nagano")),
        new("21", new("岐阜県", "Gifu")),
        new("22", new("静岡県", "Shizuoka")),
        new("23", new("愛知県", "Aichi")),
        new("24", new("三重県", "Mie")),
        new("25", new("滋賀県", "Shiga")),
        new("26", new("京都府", "Kyoto")),
        new("27", new("大阪府", "Osaka")),
        new("28", new("兵庫県", "Hyogo")),
        new("29", new("奈良県", "Nara")),
        new("30", new("和歌山県", "Wakayama")),
        new("31", new("鳥取県", "Tottori")),
        new("32", new("島根県", "Shimane")),
        new("33", new("岡山県", "Okayama")),
        new("34", new("広島県", "Hiroshima")),
        new("35", new("山口県", "Yamaguchi")),
        new("36", new("徳島県", "Tokushima")),
        new("37", new("香川県", "Kagawa")),
        new("38", new("愛媛県", "Ehime")),
        new("39", new("高知県", "Kochi")),
        new("40", new("福岡県", "Fukuoka")),
        new("41", new("佐賀県", "Saga")),
        new("42", new("長崎県", "Nagasaki")),
        new("43", new("熊本県", "Kumamoto")),
        new("44", new("大分県", "Oita")),
        new("45", new("宮崎県", "Miyazaki")),
        new("46", new("鹿児島県", "Kagoshima")),
        new("47", new("沖縄県", "Okinawa")),
    ];

    /// <summary>A prefecture, the sample included, or <see langword="null"/> where no prefecture has that code.</summary>
    public static Prefecture? Find(string code) =>
        code == Sample.Code ? Sample : All.FirstOrDefault(p => p.Code == code);
}
