using Renkei.Domain.Text;

namespace Renkei.Domain.Tests.Text;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("折り返しは 090-1234-5678 へ", "090-1234-5678")]
    [InlineData("09012345678", "09012345678")]
    [InlineData("０９０－１２３４－５６７８です", "０９０－１２３４－５６７８")]
    [InlineData("０９０ー１２３４ー５６７８", "０９０ー１２３４ー５６７８")]
    [InlineData("電話は03-1234-5678", "03-1234-5678")]
    [InlineData("(03)1234-5678", "(03)1234-5678")]
    [InlineData("（０３）１２３４−５６７８", "（０３）１２３４−５６７８")]
    [InlineData("03(1234)5678", "03(1234)5678")]
    [InlineData("0977-21-3456に連絡", "0977-21-3456")]
    [InlineData("0977213456", "0977213456")]
    [InlineData("090 1234 5678", "090 1234 5678")]
    [InlineData("0120-123-456", "0120-123-456")]
    [InlineData("0800-123-4567", "0800-123-4567")]
    [InlineData("050-1234-5678", "050-1234-5678")]
    [InlineData("+81-90-1234-5678", "+81-90-1234-5678")]
    [InlineData("+81 3 1234 5678", "+81 3 1234 5678")]
    [InlineData("田中さん（090-1234-5678）", "090-1234-5678")]
    [InlineData("電話 21-3456 まで", "21-3456")]
    [InlineData("TEL:123-4567", "123-4567")]
    public void Find_PhoneNumber_IsFound(string text, string found) =>
        AssertFinds(text, PersonalDataKind.PhoneNumber, found);

    [Theory]
    [InlineData("番号は 123456789018 です", "123456789018")]
    [InlineData("1234 5678 9018", "1234 5678 9018")]
    [InlineData("1234-5678-9018", "1234-5678-9018")]
    [InlineData("１２３４５６７８９０１８", "１２３４５６７８９０１８")]
    [InlineData("100000000005", "100000000005")]
    [InlineData("マイナンバー 202612041301", "202612041301")]
    public void Find_MyNumber_IsFound(string text, string found) => AssertFinds(text, PersonalDataKind.MyNumber, found);

    [Theory]
    [InlineData("生年月日は昭和20年3月1日", "生年月日は昭和20年3月1日")]
    [InlineData("S20.3.1生の方", "S20.3.1生")]
    [InlineData("昭20.3.1生", "昭20.3.1生")]
    [InlineData("1945年3月1日生まれ", "1945年3月1日生まれ")]
    [InlineData("１９４５／３／１　生まれ", "１９４５／３／１　生まれ")]
    [InlineData("令和2年5月5日生まれの児", "令和2年5月5日生まれ")]
    [InlineData("平成元年5月5日生", "平成元年5月5日生")]
    [InlineData("田中さん 1950-03-01", "田中さん 1950-03-01")]
    [InlineData("山田太郎さん 昭和25年3月3日生まれの件", "山田太郎さん 昭和25年3月3日生まれ")]
    [InlineData("患者（昭和30年1月2日）", "患者（昭和30年1月2日")]
    [InlineData("H28.7.7 の山田ちゃん", "H28.7.7 の山田ちゃん")]
    public void Find_DateOfBirth_IsFound(string text, string found) =>
        AssertFinds(text, PersonalDataKind.DateOfBirth, found);

    [Theory]
    [InlineData("あおば市本町1-2-3", "1-2-3")]
    [InlineData("ひかり市中央２丁目３番４号に訪問", "２丁目３番４号")]
    [InlineData("本町三丁目5", "三丁目5")]
    [InlineData("大字松原123番地の4", "123番地の4")]
    [InlineData("中央3番12号", "3番12号")]
    [InlineData("〒123-4567", "〒123-4567")]
    [InlineData("郵便番号は123-4567", "123-4567")]
    [InlineData("にしの市東原12-3。", "12-3")]
    [InlineData("本町１−２", "１−２")]
    public void Find_Address_IsFound(string text, string found) => AssertFinds(text, PersonalDataKind.Address, found);

    [Theory]
    [InlineData("")]
    [InlineData("医師会長と面会、退院ルールの件")]
    [InlineData("表1-8 まで済み。次は表1-9")]
    [InlineData("あおば市は表1-12まで実施中")]
    [InlineData("あおば市の退院率1-2割")]
    [InlineData("田中さんと 2026年12月4日(金) 14:00 に面会")]
    [InlineData("佐藤さん 11/18(水)")]
    [InlineData("川上さん 令和8年12月4日に着任")]
    [InlineData("2026-12-04 14:00–16:00")]
    [InlineData("10:00-12:00 保健所 2階")]
    [InlineData("令和元年5月1日")]
    [InlineData("平成30年4月1日から実施")]
    [InlineData("参加 1,234人、予算 1,000,000円")]
    [InlineData("団体コード 002011 と 010006")]
    [InlineData("202612041301")] // a time with the right check digit by chance
    [InlineData("123456789012")] // 12 digits with another check digit
    [InlineData("12345678901")]
    [InlineData("1234567890123")]
    [InlineData("ISBN 978-4-00-000000-0")]
    [InlineData("7-8頁、3-4回、2-3名")]
    [InlineData("段階2の8-16")]
    [InlineData("7つのA、8事業（ア）〜（ク）")]
    [InlineData("学生さんが3日に来所、生徒12人")]
    [InlineData("平成30年4月1日生活支援事業を開始")]
    [InlineData("第34週 0.5人 09:00")]
    [InlineData("さくら村1-3月の実績")]
    [InlineData("2階 1-2会議室、内線1234")]
    [InlineData("電話相談 12-3456件")]
    public void Find_OrdinaryNote_FindsNothing(string text) => Assert.Empty(PersonalData.Find(text));

    [Fact]
    public void Find_SeveralKinds_AreInTheOrderOfTheText() =>
        Assert.Equal(
            [PersonalDataKind.DateOfBirth, PersonalDataKind.Address, PersonalDataKind.PhoneNumber],
            PersonalData.Find("S20.3.1生、あおば市本町1-2-3、090-1234-5678").Select(f => f.Kind)
        );

    [Fact]
    public void Remove_Findings_LeavesTheRest() =>
        Assert.Equal(
            "田中様（削除）に折り返し。本町（削除）へ訪問",
            PersonalData.Remove("田中様090-1234-5678に折り返し。本町3丁目5-2へ訪問")
        );

    [Fact]
    public void Remove_NameWithADateOfBirth_TakesBothAndTheWordBehind() =>
        Assert.Equal(
            "病院で、（削除）の件で困りました",
            PersonalData.Remove("病院で、山田太郎さん 昭和25年3月3日生まれの件で困りました")
        );

    [Fact]
    public void Remove_NothingFound_ChangesNothing() =>
        Assert.Equal("退院支援の件", PersonalData.Remove("退院支援の件"));

    [Theory]
    [InlineData("市")]
    [InlineData("町の")]
    [InlineData("さん")]
    [InlineData("山田")]
    [InlineData("一丁")]
    [InlineData("1")]
    [InlineData("0-")]
    [InlineData("昭和1年")]
    public void Find_MadeToBeSlow_EndsInTime(string piece) =>
        // A pattern that takes longer than its limit throws.
        Assert.Empty(PersonalData.Find(string.Concat(Enumerable.Repeat(piece, 8000 / piece.Length))));

    private static void AssertFinds(string text, PersonalDataKind kind, string found)
    {
        PersonalDataFinding finding = Assert.Single(PersonalData.Find(text));
        Assert.Equal((kind, found), (finding.Kind, text.Substring(finding.Start, finding.Length)));
    }
}
