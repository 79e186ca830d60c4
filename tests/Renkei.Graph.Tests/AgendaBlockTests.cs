namespace Renkei.Graph.Tests;

public sealed class AgendaBlockTests
{
    [Theory]
    [InlineData("1. 議題")]
    [InlineData("1. 議題\n\n2. <b>重要</b> & \"x\" $1 $&")]
    [InlineData("")]
    public void Read_WhatWasWritten_IsTheSame(string agenda) =>
        Assert.Equal(agenda, AgendaBlock.Read(AgendaBlock.Body(agenda)));

    [Fact]
    public void Read_AsOutlookGivesItBack_IsTheSame() =>
        Assert.Equal(
            "1. 運用 & 状況\n2. 課題",
            AgendaBlock.Read(
                "<html><head></head><body>\r\n<div dir=\"ltr\" id=\"x_renkei-agenda\">1. 運用 &amp;\r\n状況<BR />\r\n2. 課題</div>\r\n<div>Join</div></body></html>"
            )
        );

    [Theory]
    [InlineData(null)]
    [InlineData("<html><body><p>手で書いた議題</p></body></html>")]
    [InlineData("<div id=\"renkei-agenda\"><ul><li>手を入れた議題</li></ul></div>")]
    public void Read_WrittenByHand_IsNotOurs(string? html)
    {
        Assert.Null(AgendaBlock.Read(html));
        Assert.Null(AgendaBlock.Replace(html, "1. 議題"));
    }

    [Fact]
    public void Normal_SpacesAndLineEnds_AreAsABodyKeepsThem() =>
        Assert.Equal("1. 議題\n2. 課題 と 方針", AgendaBlock.Normal(" 1. 議題\r\n2.  課題\tと 方針 "));
}
